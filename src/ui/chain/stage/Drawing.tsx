import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { Point } from '../../../layout/layout.ts'
import { pathOf } from '../../graph/curve.ts'
import { sizeIn } from '../../graph/figure.ts'
import { headAt } from '../../graph/head.ts'
import { translated, useMoving } from './moving.ts'
import { type Arc, arcKey, type Plane, RADIUS, tipOf, type Vertex } from './plane.ts'

interface Props {
  readonly name: string
  readonly plane: Plane
  readonly vertices: readonly Vertex[]
  readonly arcs: readonly Arc[]
  readonly scale: number
  /** What flows along the edges, by whose colour vertices are drawn. */
  readonly flow?: 'tangent' | 'adjoint'
  /** A vertex in words. */
  readonly labelOf: (vertex: Vertex) => string
  /** The vertex under the pointer or with the focus, wherever it is shown; null if none. */
  readonly lit: number | null
  readonly onLight: (id: number | null) => void
  /** What a press on a vertex does; undefined for those that cannot be pressed. */
  readonly press?: (id: number) => (() => void) | undefined
  /** Drawn at a vertex. */
  readonly beside?: (vertex: Vertex) => ReactNode
}

/** A graph of vertices and numbered edges, one tab stop, walked by arrow keys. */
export function Drawing({ name, plane, vertices, arcs, scale, flow, labelOf, lit, onLight, press, beside }: Props) {
  const drawing = useRef<SVGSVGElement>(null)
  const [stop, setStop] = useState<number | null>(null)
  useMoving(drawing, plane)
  // Where the stage is too small for all, it begins with the inputs.
  useEffect(() => {
    const room = drawing.current?.closest('.stage-room')
    const first = drawing.current?.querySelector('[data-kind="input"]')?.getBoundingClientRect()
    if (!room || !first) return
    const { left, top, width, height } = room.getBoundingClientRect()
    if (first.bottom > top + height) room.scrollTop = room.scrollHeight
    room.scrollLeft = Math.max(0, first.left - left - width / 2)
  }, [])
  const tabStop = vertices.some(({ id }) => id === stop) ? stop : (vertices[0]?.id ?? null)
  const isNear = ({ from, to }: Arc) => from === lit || to === lit
  const go = (by: number) => {
    const at = vertices.findIndex(({ id }) => id === tabStop)
    const next = vertices[Math.min(vertices.length - 1, Math.max(0, at + by))]
    drawing.current?.querySelector<SVGElement>(`[data-vertex="${next.id}"] .vertex-target`)?.focus()
  }
  const pressAt = (id: number | null) => id !== null && press?.(id)?.()
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.shiftKey ? undefined : BY[event.key]
    if (by !== undefined) go(by)
    else if (event.key === 'Enter' || event.key === ' ') pressAt(tabStop)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups form fields; this groups the vertices of a graph
    <div
      className="stage-picture"
      role="group"
      aria-label={name}
      onKeyDown={onKeyDown}
      onClick={({ target }) => pressAt(idAt(target))}
      onFocus={({ target }) => {
        setStop(idAt(target))
        onLight(idAt(target))
      }}
      onBlur={() => onLight(null)}
      onPointerOver={({ target }) => onLight(idAt(target))}
      onPointerLeave={() => onLight(null)}
    >
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the group around it is named, and each vertex */}
      <svg
        ref={drawing}
        className="stage-drawing"
        viewBox={`0 0 ${plane.width} ${plane.height}`}
        width={plane.width * scale}
        height={plane.height * scale}
        data-flow={flow}
        data-lighting={lit === null ? undefined : ''}
      >
        {arcs.map((arc) => (
          <ArcLine key={arcKey(arc)} arc={arc} plane={plane} isLit={isNear(arc)} />
        ))}
        {vertices.map((vertex) => {
          const pressed = press?.(vertex.id)
          return (
            <g
              key={vertex.id}
              className="vertex"
              data-vertex={vertex.id}
              data-kind={vertex.kind}
              data-lit={vertex.id === lit || undefined}
              data-near={
                arcs.some((arc) => isNear(arc) && (arc.from === vertex.id || arc.to === vertex.id)) || undefined
              }
              data-pressable={pressed ? '' : undefined}
              transform={translated(plane.centres.get(vertex.id) as Point)}
            >
              <VertexShape vertex={vertex} beside={beside} />
              <g
                className="vertex-target"
                role={pressed ? 'button' : 'img'}
                aria-label={labelOf(vertex)}
                tabIndex={vertex.id === tabStop ? 0 : -1}
              >
                <circle className="vertex-hit" r={RADIUS} />
                <circle className="vertex-focus" r={RADIUS + 7} />
              </g>
            </g>
          )
        })}
      </svg>
    </div>
  )
}

/** What is seen of a vertex; its label says the same in words. */
const VertexShape = ({ vertex, beside }: { readonly vertex: Vertex; readonly beside: Props['beside'] }) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
  <g aria-hidden="true">
    {vertex.kind === 'output' && <circle className="vertex-ring" r={RADIUS} />}
    {vertex.kind === 'input' ? (
      <rect className="vertex-body" x={-26} y={-26} width={52} height={52} rx={12} />
    ) : (
      <circle className="vertex-body" r={vertex.kind === 'output' ? RADIUS - 5 : RADIUS} />
    )}
    <text className="vertex-name" y={vertex.operation ? -2 : 6} fontSize={sizeIn(46, vertex.name, 18)}>
      {vertex.name}
    </text>
    <text className="vertex-operation" y={15} fontSize={sizeIn(42, vertex.operation || ' ', 14)}>
      {vertex.operation}
    </text>
    {beside?.(vertex)}
  </g>
)

/** The vertex that an event happens at. */
function idAt(target: EventTarget): number | null {
  const vertex = target instanceof Element ? target.closest<SVGElement>('[data-vertex]') : null
  return vertex && Number(vertex.dataset.vertex)
}

const BY: Readonly<Record<string, number>> = {
  ...{ ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 },
  ...{ Home: Number.NEGATIVE_INFINITY, End: Number.POSITIVE_INFINITY },
}

function ArcLine({ arc, plane, isLit }: { readonly arc: Arc; readonly plane: Plane; readonly isLit: boolean }) {
  const key = arcKey(arc)
  const curve = plane.curves.get(key) as readonly Point[]
  const { x, y } = plane.labels.get(key) as Point
  return (
    <g className="arc" data-arc={key} data-lit={isLit || undefined} aria-hidden>
      <path className="arc-line" d={pathOf(curve)} />
      <path className="arc-head" d={headAt(tipOf(plane, curve), plane.direction)} />
      <text className="arc-text" x={x.toFixed(1)} y={y.toFixed(1)} dy={5}>
        {arc.text}
      </text>
    </g>
  )
}
