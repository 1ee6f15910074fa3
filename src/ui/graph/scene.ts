import type { EdgeIndex, NodeIndex } from '../../graph/graph.ts'
import { bezier } from '../../layout/index.ts'
import type { Direction, Layout, Point } from '../../layout/layout.ts'
import type { Curve } from './curve.ts'
import { asideIn, centreIn, roomOf } from './figure.ts'
import { type Box, bounds, type Hull, hullsOf } from './hulls.ts'
import type { Figure, Structure } from './structure.ts'

/** A structure and its places on the plane. */
export interface Scene {
  readonly structure: Structure
  readonly direction: Direction
  readonly width: number
  readonly height: number
  /** Room at the right border that stays empty until chips come. */
  readonly aside: number
  /** By node: the centre of what is drawn. */
  readonly centres: readonly Point[]
  /** From border to border: the bends of an edge, and the curve through them. */
  readonly routeOf: (edge: EdgeIndex) => readonly Point[]
  readonly curveOf: (edge: EdgeIndex) => Curve
  /** What lies behind nodes that were opened in place. */
  readonly hulls: readonly Hull[]
  /** Where nodes stand in blocks; null where they are laid out as one. */
  readonly blocks: Blocks | null
}

/** The blocks of a large graph. */
export interface Blocks {
  /** What 1 px between the blocks is. */
  readonly unit: number
  /** By node. */
  readonly of: Int32Array
  readonly areas: readonly Box[]
  /** Nodes that are blocks of their own. */
  readonly alone: readonly NodeIndex[]
  /** By node: its cell, the few nodes that it hangs together with; by cell: where it stands. */
  readonly cell: Int32Array
  readonly cells: readonly Box[]
  /** By edge: 1 where it runs among neighbours; others cross the picture. */
  readonly near: Uint8Array
  readonly trunks: readonly Trunk[]
}

/** All edges from one block to another. */
export interface Trunk {
  readonly from: number
  readonly to: number
  readonly curve: Curve
}

export function sceneOf(structure: Structure, layout: Layout): Scene {
  const scene = placed(structure, layout)
  const { left, top, right, bottom } = extentOf(scene, layout)
  const size = { width: right - left, height: bottom - top }
  return left < 0 || top < 0 ? { ...placed(structure, moved(layout, -left, -top)), ...size } : { ...scene, ...size }
}

/** Of the layout and of the hulls, which can reach beyond it. */
export const extentOf = ({ hulls }: Pick<Scene, 'hulls'>, { width, height }: Pick<Layout, 'width' | 'height'>): Box =>
  bounds([{ left: 0, top: 0, right: width, bottom: height }, ...hulls.map(({ box }) => box)])

function placed(structure: Structure, { direction, width, height, centres, routes }: Layout): Scene {
  const { graph, figures } = structure
  const drawn = centres.map(({ x, y }, node) => {
    const by = centreIn(figures[node], direction)
    return { x: x + by.x, y: y + by.y }
  })
  const curves = routes.map((route) => bezier(route, direction))
  const hulls = hullsOf({
    ...{ direction, unit: 1, modules: graph.modules, module: graph.module },
    rooms: centres.map((centre, node) => roomAt(figures[node], centre, direction)),
    cores: drawn.map(({ x, y }) => ({ left: x, top: y, right: x, bottom: y })),
    ...{ from: graph.operand, to: graph.consumer, curves },
  })
  return {
    ...{ structure, direction, width, height, aside: asideIn(direction), centres: drawn, hulls, blocks: null },
    routeOf: (edge) => routes[edge],
    curveOf: (edge) => curves[edge],
  }
}

function roomAt(figure: Figure, { x, y }: Point, direction: Direction): Box {
  const { width, height } = roomOf(figure, direction)
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 }
}

/** The picture begins further in. */
function moved(layout: Layout, byX: number, byY: number): Layout {
  const move = ({ x, y }: Point): Point => ({ x: x + byX, y: y + byY })
  return { ...layout, centres: layout.centres.map(move), routes: layout.routes.map((route) => route.map(move)) }
}
