import type { Module, Shape } from '../graph/graph.ts'
import { FRAME } from '../layout/frame.ts'
import type { Area, Direction, Point } from '../layout/layout.ts'
import { type Curve, pathOf } from './curve.ts'

/** A group of nodes that was opened in place, as it lies behind them. */
export interface Hull {
  readonly name: string
  /** Of the array whose numbers it holds. */
  readonly shape: Shape | null
  /** What closes it. */
  readonly place: number
  /** How many groups it stands in. */
  readonly depth: number
  /** The upper corner where its title stands, clear of the flow. */
  readonly corner: Point
  readonly box: Area
  /** Rounded rectangles: one around all its nodes, or one for each where others stand between them. */
  readonly areas: string
  /** Then the ways between them are part of it. */
  readonly ways: string
  /** The same by their places: the areas, whose corners are so round, and the curves that join them. */
  readonly rooms: readonly Area[]
  readonly round: number
  readonly links: readonly Curve[]
}

/** Around what stands in a hull, and above it for the title, in px. */
const { padding: PADDING, head: HEAD } = FRAME
const CORNER = 18
/** A group leaves so much room around each area of a group within it. */
const NESTED = 6

/** What is grouped: nodes, or blocks of nodes. */
export interface Plane {
  readonly direction: Direction
  /** What 1 px of rooms and titles is here. */
  readonly unit: number
  readonly modules: readonly Pick<Module, 'name' | 'parent' | 'place' | 'shape'>[]
  /** By item: its innermost module, or -1; the room that it takes; and the part of it that other hulls may not cover. */
  readonly module: ArrayLike<number>
  readonly rooms: readonly Area[]
  readonly cores: readonly Area[]
  /** By wire: the items that it joins, and how it runs. */
  readonly from: ArrayLike<number>
  readonly to: ArrayLike<number>
  readonly curves: readonly Curve[]
}

/** Where a group lies: in one box, or in several areas if other nodes stand between its own. */
interface Extent {
  readonly box: Area
  readonly areas: readonly Area[]
  readonly isWhole: boolean
}

/** The hulls of all opened groups, outer ones first. */
export function hullsOf(plane: Plane): Hull[] {
  const { modules, curves, unit } = plane
  if (modules.length === 0) return []
  const members = membersOf(plane)
  const inner = innerWires(plane)
  const depths = depthsOf(plane)
  const extents = extentsOf(plane, members)
  return modules.flatMap(({ name, shape = null, place }, module) => {
    if (members[module].length === 0) return []
    const { box, areas, isWhole } = extents[module]
    const links = isWhole ? [] : inner[module].map((wire) => curves[wire])
    return {
      ...{ name, shape, place, box, depth: depths[module] },
      corner: cornerOf(extents[module], plane),
      areas: areas.map((area) => areaOf(area, unit)).join(''),
      ways: links.map(pathOf).join(''),
      ...{ rooms: areas, round: CORNER * unit, links },
    }
  })
}

/** Where the flow goes up it leaves a hull on the left, where the nodes stand beside the room for their chips. */
export const isTitledRight = (direction: Direction): boolean => direction === 'up'

function cornerOf({ box, areas, isWhole }: Extent, { direction, unit }: Plane): Point {
  const right = isTitledRight(direction)
  if (isWhole) return { x: right ? box.right : box.left, y: box.top }
  const beyond = (area: Area) => area.top + (right ? 0 : area.left)
  const first = areas.reduce((a, b) => (beyond(b) < beyond(a) ? b : a))
  return { x: right ? first.right : first.left, y: first.top - HEAD * unit }
}

/** By module: the items in it, and in those within it. */
function membersOf({ module, modules, rooms }: Plane): number[][] {
  const members: number[][] = modules.map(() => [])
  for (let item = 0; item < rooms.length; item++)
    for (let at = module[item]; at >= 0; at = modules[at].parent) members[at].push(item)
  return members
}

/** By module: the wires that begin and end in it. */
function innerWires({ module, modules, from, to }: Plane): number[][] {
  const wires: number[][] = modules.map(() => [])
  for (let wire = 0; wire < from.length; wire++) {
    const around = new Set<number>()
    for (let at = module[from[wire]]; at >= 0; at = modules[at].parent) around.add(at)
    for (let at = module[to[wire]]; at >= 0; at = modules[at].parent) if (around.has(at)) wires[at].push(wire)
  }
  return wires
}

/** A module comes after the one that it stands in. */
function depthsOf({ modules }: Plane): number[] {
  const depths: number[] = []
  for (const { parent } of modules) depths.push(parent < 0 ? 0 : depths[parent] + 1)
  return depths
}

/** By module, from the innermost out. */
function extentsOf({ module, modules, rooms, cores, unit }: Plane, members: readonly (readonly number[])[]): Extent[] {
  const parts: Area[][] = members.map((items, m) =>
    items.filter((item) => module[item] === m).map((item) => rooms[item]),
  )
  const boxes = parts.map((own) => [...own])
  const extents: Extent[] = []
  for (let m = modules.length - 1; m >= 0; m--) {
    const box = framed(bounds(boxes[m]), unit)
    const isWhole = isAlone(cores, box, new Set(members[m]))
    extents[m] = isWhole ? { box, isWhole, areas: [box] } : { box: bounds(parts[m]), isWhole, areas: parts[m] }
    const { parent } = modules[m]
    if (parent < 0 || members[m].length === 0) continue
    boxes[parent].push(box)
    parts[parent].push(...extents[m].areas.map((area) => grown(area, NESTED * unit)))
  }
  return extents
}

/** With the padding around what stands in it, and the room for its title. */
const framed = ({ left, top, right, bottom }: Area, unit: number): Area => ({
  left: left - PADDING * unit,
  top: top - HEAD * unit,
  right: right + PADDING * unit,
  bottom: bottom + PADDING * unit,
})

export const bounds = (boxes: readonly Area[]): Area => ({
  left: boxes.reduce((least, { left }) => Math.min(least, left), Number.POSITIVE_INFINITY),
  top: boxes.reduce((least, { top }) => Math.min(least, top), Number.POSITIVE_INFINITY),
  right: boxes.reduce((most, { right }) => Math.max(most, right), Number.NEGATIVE_INFINITY),
  bottom: boxes.reduce((most, { bottom }) => Math.max(most, bottom), Number.NEGATIVE_INFINITY),
})

const grown = ({ left, top, right, bottom }: Area, by: number): Area => ({
  ...{ left: left - by, top: top - by, right: right + by, bottom: bottom + by },
})

/** Whether no other item stands in the box. */
const isAlone = (cores: readonly Area[], { left, top, right, bottom }: Area, members: ReadonlySet<number>) =>
  cores.every(
    (core, item) =>
      members.has(item) || core.right < left || core.left > right || core.bottom < top || core.top > bottom,
  )

function areaOf({ left, top, right, bottom }: Area, unit: number): string {
  const r = Math.min(CORNER * unit, (right - left) / 2, (bottom - top) / 2)
  const [width, height] = [right - left - 2 * r, bottom - top - 2 * r].map((length) => length.toFixed(1))
  const turn = (x: number, y: number) => `a${r} ${r} 0 0 1 ${x} ${y}`
  const start = `M${(left + r).toFixed(1)} ${top.toFixed(1)}`
  return `${start}h${width}${turn(r, r)}v${height}${turn(-r, r)}h-${width}${turn(-r, -r)}v-${height}${turn(r, -r)}z`
}
