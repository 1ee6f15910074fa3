import { type Arrangement, arrangeComponent } from './arrange.ts'
import { layerColumns } from './columns.ts'
import { type Component, componentsOf } from './components.ts'
import type { Box, Direction, Layout, LayoutMemory, LayoutOptions, Point, Spacing, Wire } from './layout.ts'
import { networkOf } from './network.ts'
import { acrossOf, pointAt, type Room, roomOf } from './room.ts'
import { routesOf } from './routes.ts'
import type { Former } from './warm.ts'

const ARROWHEAD = 8
/** Two wires between the same two nodes bow apart as far as their labels are wide, or high. */
const SPACING: Readonly<Record<Direction, Spacing>> = {
  right: { between: 56, apart: 16, bow: 36 },
  up: { between: 56, apart: 16, bow: 64 },
}
/** Free room in px between parts that are not connected, and before a box that stands alone. */
const BETWEEN_COMPONENTS = 32
const BEFORE_SINGLE = 16

/**
 * Places for the boxes of a computational graph and routes for its wires, in px. The same graph, options and memory
 * always give the same layout. Throws where wires go round in a circle.
 */
export function layOut(boxes: readonly Box[], wires: readonly Wire[], options: LayoutOptions): Layout {
  const {
    direction,
    previous = null,
    arrowhead = ARROWHEAD,
    late = false,
    spacing = SPACING[options.direction],
  } = options
  const components = componentsOf(boxes.length, wires)
  const rooms = components.map((component) => component.boxes.map((box) => roomOf(boxes[box], direction)))
  const arrangements = components.map((component, c) =>
    arrangeComponent(
      localNetwork(component, wires),
      rooms[c],
      formerOf(component, boxes, previous, direction),
      spacing.apart,
      late,
    ),
  )
  const breadth = stack(arrangements, rooms)
  const columns = layerColumns(arrangements, rooms, spacing.between)
  const { length } = columns
  const centres: Point[] = []
  const routes: Point[][] = []
  components.forEach((component, c) => {
    const { skeleton, across } = arrangements[c]
    component.boxes.forEach((box, v) => {
      const { x, y } = pointAt(columns.centre[skeleton.layer[v]], across[v], direction, length)
      const offset = boxes[box].outline?.offset
      centres[box] = { x: x - (offset?.x ?? 0), y: y - (offset?.y ?? 0) }
    })
    routesOf(arrangements[c], rooms[c], columns, arrowhead, spacing.bow).forEach((bends, w) => {
      routes[component.wires[w]] = bends.map((bend) => pointAt(bend.along, bend.across, direction, length))
    })
  })
  const [width, height] = direction === 'right' ? [length, breadth] : [breadth, length]
  const memory = memoryOf(boxes, centres, components, arrangements, direction)
  return { ...{ direction, width, height, centres, routes, memory }, ...countsOf(arrangements) }
}

/** How many layers there are, and how many nodes stand in the fullest. */
function countsOf(arrangements: readonly Arrangement[]): Pick<Layout, 'layers' | 'fullest'> {
  const counts: number[] = []
  for (const { skeleton } of arrangements)
    for (let v = 0; v < skeleton.network.size; v++) counts[skeleton.layer[v]] = (counts[skeleton.layer[v]] ?? 0) + 1
  return { layers: counts.length, fullest: counts.reduce((most, count) => Math.max(most, count), 0) }
}

function localNetwork({ boxes, wires }: Component, all: readonly Wire[]) {
  const place = new Map(boxes.map((box, v) => [box, v]))
  const local = (box: number) => place.get(box) ?? -1
  return networkOf(
    boxes.length,
    wires.map((wire) => ({ from: local(all[wire].from), to: local(all[wire].to), slot: all[wire].slot })),
  )
}

/** Puts the components one after another across the flow, from 0 on; tells where the last one ends. */
function stack(arrangements: readonly Arrangement[], rooms: readonly (readonly Room[])[]): number {
  let end = 0
  arrangements.forEach(({ across }, c) => {
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    across.forEach((place, item) => {
      least = Math.min(least, place - (rooms[c][item]?.before ?? 0))
      most = Math.max(most, place + (rooms[c][item]?.after ?? 0))
    })
    const begin = c === 0 ? 0 : end + (across.length > 1 ? BETWEEN_COMPONENTS : BEFORE_SINGLE)
    for (let item = 0; item < across.length; item++) across[item] += begin - least
    end = begin + most - least
  })
  return end
}

function formerOf(
  { boxes: members }: Component,
  boxes: readonly Box[],
  previous: LayoutMemory | null,
  direction: Direction,
): Former | null {
  if (previous?.direction !== direction) return null
  const nodes = Float64Array.from(members, (box) => {
    const { id, outline } = boxes[box]
    const centre = previous.centres.get(id)
    return centre ? acrossOf(centre, direction) + acrossOf(outline?.offset ?? { x: 0, y: 0 }, direction) : Number.NaN
  })
  if (nodes.every(Number.isNaN)) return null
  return { nodes, trunks: members.map((box) => previous.trunks.get(boxes[box].id)) }
}

function memoryOf(
  boxes: readonly Box[],
  centres: readonly Point[],
  components: readonly Component[],
  arrangements: readonly Arrangement[],
  direction: Direction,
): LayoutMemory {
  const trunks = new Map<number, readonly number[]>()
  components.forEach((component, c) => {
    const { skeleton, across } = arrangements[c]
    component.boxes.forEach((box, v) => {
      const [first, end] = [skeleton.firstPiece[v], skeleton.firstPiece[v + 1]]
      if (end > first) trunks.set(boxes[box].id, Array.from(across.subarray(first, end)))
    })
  })
  return { direction, centres: new Map(boxes.map(({ id }, box) => [id, centres[box]])), trunks }
}
