import { useLayoutEffect, useRef } from 'react'
import type { Point } from '../../../layout/layout.ts'
import { moveWith } from '../../graph/viewed.ts'
import type { Viewer } from '../../graph/viewer.ts'
import { ArcLine } from './ArcLine.tsx'
import { useMoving } from './moving.ts'
import { type Arc, arcKey, type Plane, type Vertex } from './plane.ts'
import { useWalk } from './useWalk.ts'
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

/** Size in px of the numbers on edges at 100 %. */
const TEXT = 14

/** A graph of vertices and numbered edges, one tab stop, walked by arrow keys. */
export function Drawing({ name, viewer, plane, vertices, arcs, flow, lit, onLight, press, ...words }: Props) {
  const world = useRef<HTMLDivElement>(null)
  const drawing = useRef<SVGSVGElement>(null)
  useLayoutEffect(() => (world.current ? moveWith(viewer, world.current, TEXT) : undefined), [viewer])
  useMoving(drawing, plane)
  const { tabStop, visit, onKeyDown } = useWalk(drawing, plane, vertices, arcs, press)
  const focus = (id: number | null) => {
    visit(id)
    onLight(id)
    const centre = id !== null && plane.centres.get(id)
    if (centre) viewer.focusOn({ left: centre.x, top: centre.y, right: centre.x, bottom: centre.y })
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
      onClick={({ target }) => {
        const id = idAt(target)
        if (id !== null) press?.(id)?.()
      }}
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
