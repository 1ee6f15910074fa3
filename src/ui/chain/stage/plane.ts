import { bezier, labelPoint, layOut } from '../../../layout/index.ts'
import type { Box, Direction, LayoutMemory, Point, Wire } from '../../../layout/layout.ts'
import { ARROWHEAD, ahead } from '../../../picture/head.ts'

/** A vertex of a linearised graph as it is drawn. */
export interface Vertex {
  readonly id: number
  /** In its circle: what it is called, and below that what computed it. */
  readonly name: string
  readonly operation: string
  /** What it is called in words. */
  readonly spoken: string
  readonly kind: 'input' | 'inner' | 'output'
}

/** An edge between two vertices, and what is written on it. */
export interface Arc {
  readonly from: number
  readonly to: number
  readonly text: string
  /** Tells parallel edges apart: 0 for the first. Edges arrive at a vertex in the order of the list. */
  readonly parallel: number
}

/** Vertices and edges in their places. */
export interface Plane {
  readonly direction: Direction
  readonly width: number
  readonly height: number
  readonly centres: ReadonlyMap<number, Point>
  readonly curves: ReadonlyMap<string, readonly Point[]>
  readonly labels: ReadonlyMap<string, Point>
  readonly memory: LayoutMemory
  /** Whether edges point from consumer to operand. */
  readonly isTurned: boolean
}

export const arcKey = ({ from, to, parallel }: Arc): string => `${from}>${to}:${parallel}`

/** From the centre of a vertex to its border, in px at 100 %; room beside it for the numbers on edges. */
export const RADIUS = 30
const ROOM = {
  right: { width: 2 * RADIUS + 70, height: 2 * RADIUS + 22 },
  up: { width: 2 * RADIUS + 52, height: 2 * RADIUS + 46 },
}
/** Room at the right for words beside vertices where the flow goes up. */
const ASIDE = { right: 0, up: 44 }

/** Lays out a graph; vertices that were there before keep their place across the flow as far as they can. */
export function planeOf(
  vertices: readonly Vertex[],
  arcs: readonly Arc[],
  direction: Direction,
  previous: LayoutMemory | null = null,
): Plane {
  const place = new Map(vertices.map(({ id }, i) => [id, i]))
  const read = new Set(arcs.map(({ to }) => to))
  const boxes = vertices.map(
    ({ id }): Box => ({
      id,
      ...ROOM[direction],
      leaf: !read.has(id),
      outline: { shape: 'circle', extent: { x: RADIUS, y: RADIUS } },
    }),
  )
  const wires = wiresOf(arcs, (id) => place.get(id) as number)
  const layout = layOut(boxes, wires, { direction, previous, arrowhead: ARROWHEAD })
  const byArc = <Of>(of: (route: readonly Point[]) => Of) =>
    new Map(arcs.map((arc, i) => [arcKey(arc), of(layout.routes[i])]))
  return {
    direction,
    width: layout.width + ASIDE[direction],
    height: layout.height,
    centres: new Map(vertices.map(({ id }, i) => [id, layout.centres[i]])),
    curves: byArc((route) => bezier(route, direction)),
    labels: byArc((route) => labelPoint(route, direction)),
    memory: layout.memory,
    isTurned: false,
  }
}

function wiresOf(arcs: readonly Arc[], placeOf: (id: number) => number): Wire[] {
  const arrived = new Map<number, number>()
  return arcs.map(({ from, to }) => {
    const slot = arrived.get(to) ?? 0
    arrived.set(to, slot + 1)
    return { from: placeOf(from), to: placeOf(to), slot }
  })
}

/**
 * The same plane turned round: seen in a mirror, so that what was last comes first, and with arrowheads at the other ends,
 * so that it flows the same way again.
 */
export function turnedRound(plane: Plane): Plane {
  const { direction, width, height } = plane
  const turn = ({ x, y }: Point): Point => (direction === 'right' ? { x: width - x, y } : { x, y: height - y })
  const each = <Key, Of>(map: ReadonlyMap<Key, Of>, of: (value: Of) => Of): ReadonlyMap<Key, Of> =>
    new Map(Array.from(map, ([key, value]) => [key, of(value)]))
  return {
    ...plane,
    isTurned: !plane.isTurned,
    centres: each(plane.centres, turn),
    curves: each(plane.curves, (curve) => {
      const [start, ...rest] = curve.map(turn)
      return [ahead(start, direction, -ARROWHEAD), ...rest]
    }),
    labels: each(plane.labels, turn),
  }
}

/** Where an edge’s arrowhead stands. */
export const tipOf = ({ isTurned }: Plane, curve: readonly Point[]): Point => curve[isTurned ? 0 : curve.length - 1]

/** Width of a letter in parts of its size. */
const LETTER = 0.6

/** The size of text that is written smaller where it is longer than its room. */
export const sizeIn = (room: number, text: string, size: number) =>
  Math.min(size, Math.max(7, room / (text.length * LETTER)))
