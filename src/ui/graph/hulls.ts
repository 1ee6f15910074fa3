import type { EdgeIndex, Graph, NodeIndex } from '../../graph/graph.ts'
import type { Direction, Point } from '../../layout/layout.ts'
import { type Curve, pathOf } from './curve.ts'
import { centreIn, roomOf } from './figure.ts'
import type { Structure } from './structure.ts'

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A group of nodes that was opened in place, as it lies behind them. */
export interface Hull {
  readonly name: string
  /** What closes it. */
  readonly place: number
  /** How many groups it stands in. */
  readonly depth: number
  /** Upper left corner: its title stands there. */
  readonly corner: Point
  readonly box: Box
  /** Rounded rectangles: one around all its nodes, or one for each where others stand between them. */
  readonly areas: string
  /** Then the ways between them are part of it. */
  readonly ways: string
}

/** Around the rooms of nodes, and above them for the title, in px. */
const PADDING = 10
const HEAD = 38
const CORNER = 18
/** Each group within a group leaves so much room to the one around it. */
const NESTED = 6

interface Plane {
  readonly structure: Structure
  readonly direction: Direction
  readonly centres: readonly Point[]
  readonly curves: readonly Curve[]
}

/** The hulls of all opened groups, outer ones first. */
export function hullsOf(plane: Plane): Hull[] {
  const { graph } = plane.structure
  if (graph.modules.length === 0) return []
  const members = membersOf(graph)
  const inner = innerEdges(graph)
  const depths = depthsOf(graph)
  const boxes = boxesOf(plane, members)
  const deepest = Math.max(...depths)
  return graph.modules.flatMap(({ name, place }, module) => {
    if (members[module].length === 0) return []
    const [box, depth] = [boxes[module], depths[module]]
    const whole = isAlone(plane.centres, box, new Set(members[module]))
    const rooms = members[module].map((node) => grown(roomAt(plane, node), NESTED * (deepest - depth)))
    const first = rooms.reduce((a, b) => (b.left + b.top < a.left + a.top ? b : a))
    return {
      ...{ name, place, depth, box: whole ? box : bounds(rooms) },
      corner: whole ? { x: box.left, y: box.top } : { x: first.left, y: first.top - HEAD },
      areas: (whole ? [box] : rooms).map(areaOf).join(''),
      ways: whole ? '' : inner[module].map((edge) => pathOf(plane.curves[edge])).join(''),
    }
  })
}

/** By module: the nodes in it, and in those within it. */
function membersOf({ module, modules, size }: Graph): NodeIndex[][] {
  const members: NodeIndex[][] = modules.map(() => [])
  for (let node = 0; node < size; node++)
    for (let at = module[node]; at >= 0; at = modules[at].parent) members[at].push(node)
  return members
}

/** By module: the edges that begin and end in it. */
function innerEdges({ module, modules, operand, consumer }: Graph): EdgeIndex[][] {
  const edges: EdgeIndex[][] = modules.map(() => [])
  for (let edge = 0; edge < operand.length; edge++) {
    const around = new Set<number>()
    for (let at = module[operand[edge]]; at >= 0; at = modules[at].parent) around.add(at)
    for (let at = module[consumer[edge]]; at >= 0; at = modules[at].parent) if (around.has(at)) edges[at].push(edge)
  }
  return edges
}

/** A module comes after the one that it stands in. */
function depthsOf({ modules }: Graph): number[] {
  const depths: number[] = []
  for (const { parent } of modules) depths.push(parent < 0 ? 0 : depths[parent] + 1)
  return depths
}

/** By module: around its nodes and the modules in it, with room for its title. */
function boxesOf(plane: Plane, members: readonly (readonly NodeIndex[])[]): Box[] {
  const { module, modules } = plane.structure.graph
  const within: Box[][] = members.map((nodes, m) =>
    nodes.filter((node) => module[node] === m).map((node) => roomAt(plane, node)),
  )
  const boxes: Box[] = []
  for (let m = modules.length - 1; m >= 0; m--) {
    const { left, top, right, bottom } = bounds(within[m])
    boxes[m] = { left: left - PADDING, top: top - HEAD, right: right + PADDING, bottom: bottom + PADDING }
    if (modules[m].parent >= 0 && members[m].length > 0) within[modules[m].parent].push(boxes[m])
  }
  return boxes
}

function roomAt({ structure, direction, centres }: Plane, node: NodeIndex): Box {
  const figure = structure.figures[node]
  const { width, height } = roomOf(figure, direction)
  const by = centreIn(figure, direction)
  const [x, y] = [centres[node].x - by.x, centres[node].y - by.y]
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 }
}

export const bounds = (boxes: readonly Box[]): Box => ({
  left: boxes.reduce((least, { left }) => Math.min(least, left), Number.POSITIVE_INFINITY),
  top: boxes.reduce((least, { top }) => Math.min(least, top), Number.POSITIVE_INFINITY),
  right: boxes.reduce((most, { right }) => Math.max(most, right), Number.NEGATIVE_INFINITY),
  bottom: boxes.reduce((most, { bottom }) => Math.max(most, bottom), Number.NEGATIVE_INFINITY),
})

const grown = ({ left, top, right, bottom }: Box, by: number): Box => ({
  ...{ left: left - by, top: top - by, right: right + by, bottom: bottom + by },
})

/** Whether no other node stands in the box. */
const isAlone = (centres: readonly Point[], { left, top, right, bottom }: Box, members: ReadonlySet<NodeIndex>) =>
  centres.every(({ x, y }, node) => members.has(node) || x < left || x > right || y < top || y > bottom)

function areaOf({ left, top, right, bottom }: Box): string {
  const r = Math.min(CORNER, (right - left) / 2, (bottom - top) / 2)
  const [width, height] = [right - left - 2 * r, bottom - top - 2 * r].map((length) => length.toFixed(1))
  const turn = (x: number, y: number) => `a${r} ${r} 0 0 1 ${x} ${y}`
  const start = `M${(left + r).toFixed(1)} ${top.toFixed(1)}`
  return `${start}h${width}${turn(r, r)}v${height}${turn(-r, r)}h-${width}${turn(-r, -r)}v-${height}${turn(r, -r)}z`
}
