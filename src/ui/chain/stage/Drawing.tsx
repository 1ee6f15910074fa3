import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import type { Point } from '../../../layout/layout.ts'
import type { Viewer } from '../../graph/camera.ts'
import { moveWith } from '../../graph/viewed.ts'
import { ArcLine } from './ArcLine.tsx'
import { useMoving } from './moving.ts'
import { type Arc, arcKey, type Plane, type Vertex } from './plane.ts'
import { VertexMark } from './VertexMark.tsx'

interface Props {
  readonly name: string
  readonly viewer: Viewer
  readonly plane: Plane
  readonly vertices: readonly Vertex[]
  readonly arcs: readonly Arc[]
  /** What flows along the edges, by whose colour vertices are drawn. */
  readonly flow?: 'tangent' | 'adjoint'
  /** A vertex in words. */
  readonly labelOf: (vertex: Vertex) => string
  /** What stands beside a vertex, if anything. */
  readonly noteOf: (id: number) => string
  /** The vertex under the pointer or with the focus, wherever it is shown; null if none. */
  readonly lit: number | null
  readonly onLight: (id: number | null) => void
  /** What a press on a vertex does; undefined for those that cannot be pressed. */
  readonly press?: (id: number) => (() => void) | undefined
}

/** A graph of vertices and numbered edges, one tab stop, walked by arrow keys. */
export function Drawing({ name, viewer, plane, vertices, arcs, flow, lit, onLight, press, ...words }: Props) {
  const world = useRef<HTMLDivElement>(null)
  const drawing = useRef<SVGSVGElement>(null)
  const [stop, setStop] = useState<number | null>(null)
  useLayoutEffect(() => (world.current ? moveWith(viewer, world.current) : undefined), [viewer])
  useMoving(drawing, plane)
  const tabStop = vertices.some(({ id }) => id === stop) ? stop : (vertices[0]?.id ?? null)
  const go = (by: number) => {
    const at = vertices.findIndex(({ id }) => id === tabStop)
    const next = vertices[Math.min(vertices.length - 1, Math.max(0, at + by))]
    drawing.current?.querySelector<SVGElement>(`[data-vertex="${next.id}"] .vertex-target`)?.focus()
  }
  const pressAt = (id: number | null) => id !== null && press?.(id)?.()
  const focus = (id: number | null) => {
    setStop(id)
    onLight(id)
    const place = id !== null && plane.centres.get(id)
    if (place) viewer.reveal(place)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.shiftKey ? undefined : BY[event.key]
    if (by !== undefined) go(by)
    else if (event.key === 'Enter' || event.key === ' ') pressAt(tabStop)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const isNear = ({ from, to }: Arc) => from === lit || to === lit
  const near = new Set(arcs.filter(isNear).flatMap(({ from, to }) => [from, to]))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups form fields; this groups the vertices of a graph
    <div
      className="world"
      role="group"
      aria-label={name}
      ref={world}
      onKeyDown={onKeyDown}
      onClick={({ target }) => pressAt(idAt(target))}
      onFocus={({ target }) => focus(idAt(target))}
      onBlur={() => onLight(null)}
      onPointerOver={({ target }) => onLight(idAt(target))}
      onPointerLeave={() => onLight(null)}
    >
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the group around it is named, and each vertex */}
      <svg
        ref={drawing}
        className="stage-drawing"
        width={plane.width}
        height={plane.height}
        data-flow={flow}
        data-lighting={lit === null ? undefined : ''}
      >
        {arcs.map((arc) => (
          <ArcLine key={arcKey(arc)} arc={arc} plane={plane} isLit={isNear(arc)} />
        ))}
        {vertices.map((vertex) => (
          <VertexMark
            key={vertex.id}
            vertex={vertex}
            centre={plane.centres.get(vertex.id) as Point}
            direction={plane.direction}
            label={words.labelOf(vertex)}
            note={words.noteOf(vertex.id)}
            isLit={vertex.id === lit}
            isNear={near.has(vertex.id)}
            isStop={vertex.id === tabStop}
            isPressable={press?.(vertex.id) !== undefined}
          />
        ))}
      </svg>
    </div>
  )
}

/** The vertex that an event happens at. */
function idAt(target: EventTarget): number | null {
  const vertex = target instanceof Element ? target.closest<SVGElement>('[data-vertex]') : null
  return vertex && Number(vertex.dataset.vertex)
}

const BY: Readonly<Record<string, number>> = {
  ...{ ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 },
  ...{ Home: Number.NEGATIVE_INFINITY, End: Number.POSITIVE_INFINITY },
}
