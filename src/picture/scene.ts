import type { EdgeIndex, Graph, NodeIndex } from '../graph/graph.ts'
import type { Trunk } from '../layout/blocks/blocked.ts'
import { curvesOf } from '../layout/index.ts'
import type { Area, Layout, Point } from '../layout/layout.ts'
import { wiresOf } from './boxes.ts'
import type { Curve } from './curve.ts'
import type { Anatomy } from './figure.ts'
import { bounds, type Hull, hullsOf } from './hulls.ts'
import type { DrawnGraph, Structure } from './structure.ts'
import type { Style } from './style.ts'

/** A structure and its places on the plane. */
export interface Scene<G extends DrawnGraph = Graph> {
  readonly structure: Structure<G>
  readonly style: Style
  readonly width: number
  readonly height: number
  /** By node: where everything of it stands about its centre. */
  readonly anatomies: readonly Anatomy[]
  /** By node: the centre of its figure; of one that is not drawn, of what it stands in. */
  readonly centres: readonly Point[]
  /** From border to border: the bends of an edge, and the curve through them; none of one that is not drawn. */
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
  readonly areas: readonly Area[]
  /** Nodes that are blocks of their own. */
  readonly alone: readonly NodeIndex[]
  /** By node: its cell, the few nodes that it hangs together with; by cell: where it stands. */
  readonly cell: Int32Array
  readonly cells: readonly Area[]
  /** By edge: 1 where it runs among neighbours; others cross the picture. */
  readonly near: Uint8Array
  readonly trunks: readonly Trunk[]
}

/** The room of a node on the plane. */
export const areaOf = ({ room }: Anatomy, { x, y }: Point): Area => ({
  ...{ left: x - room.left, top: y - room.top, right: x + room.right, bottom: y + room.bottom },
})

/** What of the plane nodes take together. */
export const areaAround = (
  { anatomies, centres, structure: { standsIn } }: Scene<DrawnGraph>,
  nodes: readonly NodeIndex[],
): Area => bounds(nodes.map((node) => areaOf(anatomies[standsIn[node]], centres[standsIn[node]])))

/** A layout of what is drawn of the structure, in that style. */
export function sceneOf<G extends DrawnGraph>(structure: Structure<G>, style: Style, layout: Layout): Scene<G> {
  const scene = placed(structure, style, layout)
  const { left, top, right, bottom } = sceneExtent(scene, layout)
  const size = { width: right - left, height: bottom - top }
  return left < 0 || top < 0
    ? { ...placed(structure, style, moved(layout, -left, -top)), ...size }
    : { ...scene, ...size }
}

/** Of the layout and of the hulls, which can reach beyond it. */
export const sceneExtent = (
  { hulls }: Pick<Scene, 'hulls'>,
  { width, height }: Pick<Layout, 'width' | 'height'>,
): Area => bounds([{ left: 0, top: 0, right: width, bottom: height }, ...hulls.map(({ box }) => box)])

/** The same places for nodes that take the same room in another style: chips change sides. */
export const restyled = <G extends DrawnGraph>(scene: Scene<G>, style: Style): Scene<G> =>
  style.marks.length === scene.style.marks.length && style.marks.every((mark, i) => mark === scene.style.marks[i])
    ? scene
    : { ...scene, style, anatomies: scene.structure.figures.map((figure) => scene.structure.anatomyOf(figure, style)) }

const NOWHERE: Point = { x: 0, y: 0 }

function placed<G extends DrawnGraph>(structure: Structure<G>, style: Style, layout: Layout): Scene<G> {
  const { direction, width, height, centres, routes } = layout
  const { graph, figures, nodes, edges, standsIn, runsAlong, groups, group } = structure
  const anatomies = figures.map((figure) => structure.anatomyOf(figure, style))
  const drawn: Point[] = figures.map(() => NOWHERE)
  nodes.forEach((node, box) => {
    const { left, top, right, bottom } = anatomies[node].room
    drawn[node] = { x: centres[box].x + (left - right) / 2, y: centres[box].y + (top - bottom) / 2 }
  })
  const bends: (readonly Point[])[] = Array.from(graph.operand, () => [])
  const curves: Curve[] = Array.from(graph.operand, () => [])
  const ways = curvesOf(layout)
  edges.forEach((edge, wire) => {
    bends[edge] = routes[wire]
    curves[edge] = ways[wire]
  })
  const centresOf = figures.map((_, node) => drawn[standsIn[node]])
  const wires = wiresOf(structure)
  const hulls = hullsOf({
    ...{ direction, unit: 1, modules: groups, module: nodes.map((node) => group[node]) },
    rooms: nodes.map((node) => areaOf(anatomies[node], drawn[node])),
    cores: nodes.map((node) => ({
      left: drawn[node].x,
      top: drawn[node].y,
      right: drawn[node].x,
      bottom: drawn[node].y,
    })),
    from: wires.map(({ from }) => from),
    to: wires.map(({ to }) => to),
    curves: edges.map((edge) => curves[edge]),
  })
  return {
    ...{ structure, style, width, height, anatomies, centres: centresOf, hulls, blocks: null },
    routeOf: (edge) => bends[runsAlong[edge]] ?? [],
    curveOf: (edge) => curves[runsAlong[edge]] ?? [],
  }
}

/** The picture begins further in. */
function moved(layout: Layout, byX: number, byY: number): Layout {
  const move = ({ x, y }: Point): Point => ({ x: x + byX, y: y + byY })
  const moveAll = (ways: readonly (readonly Point[])[]) => ways.map((way) => way.map(move))
  const { centres, routes, curves } = layout
  return {
    ...{ ...layout, centres: centres.map(move), routes: moveAll(routes) },
    curves: curves && moveAll(curves),
  }
}
