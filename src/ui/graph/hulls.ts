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
  /** The upper corner where its title stands, clear of the flow. */
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
/** A group leaves so much room around each area of a group within it. */
const NESTED = 6

interface Plane {
  readonly structure: Structure
  readonly direction: Direction
  readonly centres: readonly Point[]
  readonly curves: readonly Curve[]
}

/** Where a group lies: in one box, or in several areas if other nodes stand between its own. */
interface Extent {
  readonly box: Box
  readonly areas: readonly Box[]
  readonly isWhole: boolean
}

/** The hulls of all opened groups, outer ones first. */
export function hullsOf(plane: Plane): Hull[] {
  const { graph } = plane.structure
  if (graph.modules.length === 0) return []
  const members = membersOf(graph)
  const inner = innerEdges(graph)
  const depths = depthsOf(graph)
  const extents = extentsOf(plane, members)
  return graph.modules.flatMap(({ name, place }, module) => {
    if (members[module].length === 0) return []
    const { box, areas, isWhole } = extents[module]
    return {
      ...{ name, place, box, depth: depths[module] },
      corner: cornerOf(extents[module], plane.direction),
      areas: areas.map(areaOf).join(''),
      ways: isWhole ? '' : inner[module].map((edge) => pathOf(plane.curves[edge])).join(''),
    }
  })
}

/** Where the flow goes up it leaves a hull on the left, where the nodes stand beside the room for their chips. */
export const isTitledRight = (direction: Direction): boolean => direction === 'up'

function cornerOf({ box, areas, isWhole }: Extent, direction: Direction): Point {
  const right = isTitledRight(direction)
  if (isWhole) return { x: right ? box.right : box.left, y: box.top }
  const beyond = (area: Box) => area.top + (right ? 0 : area.left)
  const first = areas.reduce((a, b) => (beyond(b) < beyond(a) ? b : a))
  return { x: right ? first.right : first.left, y: first.top - HEAD }
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

/** By module, from the innermost out. */
function extentsOf(plane: Plane, members: readonly (readonly NodeIndex[])[]): Extent[] {
  const { module, modules } = plane.structure.graph
  const parts: Box[][] = members.map((nodes, m) =>
    nodes.filter((node) => module[node] === m).map((node) => roomAt(plane, node)),
  )
  const boxes = parts.map((own) => [...own])
  const extents: Extent[] = []
  for (let m = modules.length - 1; m >= 0; m--) {
    const { left, top, right, bottom } = bounds(boxes[m])
    const box = { left: left - PADDING, top: top - HEAD, right: right + PADDING, bottom: bottom + PADDING }
    const isWhole = isAlone(plane.centres, box, new Set(members[m]))
    extents[m] = isWhole ? { box, isWhole, areas: [box] } : { box: bounds(parts[m]), isWhole, areas: parts[m] }
    const { parent } = modules[m]
    if (parent < 0 || members[m].length === 0) continue
    boxes[parent].push(box)
    parts[parent].push(...extents[m].areas.map((area) => grown(area, NESTED)))
  }
  return extents
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
