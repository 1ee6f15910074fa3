import type { Arrangement } from './arrange.ts'
import type { Columns } from './columns.ts'
import { borderAt, type Room } from './room.ts'
import { carrier } from './skeleton.ts'
import { slotOffsets } from './slots.ts'

/** A place along and across the flow. */
export interface Bend {
  readonly along: number
  readonly across: number
}

/** By wire of a component: from the border of the operand, along its trunk, to the slot at the consumer. */
export function routesOf(
  arrangement: Arrangement,
  rooms: readonly Room[],
  columns: Columns,
  arrowhead: number,
  bow: number,
): Bend[][] {
  const { skeleton } = arrangement
  const { network } = skeleton
  const offsets = slotOffsets(arrangement, rooms)
  const until = straightUntil(arrangement)
  const bows = bowsOf(arrangement, bow)
  return Array.from(network.from, (u, wire) => {
    const v = network.to[wire]
    const start = departure(arrangement, rooms[u], columns, u)
    const end = arrival(arrangement, rooms[v], columns, v, offsets[wire], arrowhead)
    const trunk = trunkBetween(arrangement, until, columns, u, v)
    const points = [start, ...trunk, end]
    addBow(points, bows[wire])
    if (needsStub(start, points[1], rooms[u], columns.end[skeleton.layer[u]] - start.along))
      points.splice(1, 0, { along: columns.end[skeleton.layer[u]], across: start.across })
    if (needsStub(points[points.length - 2], end, rooms[v], end.along - columns.begin[skeleton.layer[v]]))
      points.splice(-1, 0, { along: columns.begin[skeleton.layer[v]], across: end.across })
    return withoutNeedless(points)
  })
}

function departure({ skeleton, across }: Arrangement, room: Room, { centre }: Columns, u: number): Bend {
  return { along: centre[skeleton.layer[u]] + room.along, across: across[u] }
}

function arrival(
  { skeleton, across }: Arrangement,
  room: Room,
  { centre }: Columns,
  v: number,
  offset: number,
  arrowhead: number,
): Bend {
  return { along: centre[skeleton.layer[v]] - borderAt(room, offset) - arrowhead, across: across[v] + offset }
}

/** By piece: the last piece of its trunk that it is in one straight line with. */
function straightUntil({ skeleton: { network, firstPiece }, across }: Arrangement): Int32Array {
  const until = Int32Array.from(across.keys())
  for (let v = 0; v < network.size; v++)
    for (let piece = firstPiece[v + 1] - 2; piece >= firstPiece[v]; piece--)
      if (across[piece] === across[piece + 1]) until[piece] = until[piece + 1]
  return until
}

/** A trunk runs straight through every layer that it crosses, and bends only between them. */
function trunkBetween(
  { skeleton, across }: Arrangement,
  until: Int32Array,
  { begin, end }: Columns,
  u: number,
  v: number,
): Bend[] {
  const { layer } = skeleton
  const bends: Bend[] = []
  for (let l = layer[u] + 1; l < layer[v]; l++) {
    const piece = carrier(skeleton, u, l)
    if (piece < 0) return []
    const first = { along: begin[l], across: across[piece] }
    l = Math.min(layer[until[piece]], layer[v] - 1)
    bends.push(first, { along: end[l], across: across[piece] })
  }
  return bends
}

/**
 * Whether a wire should run straight between its end at a node and the edge of the node's layer, so far away, because it
 * would leave the box's room on that way. At a small part p of the way, a curve has left its line by less than 2p².
 */
function needsStub(from: Bend, to: Bend, room: Room, way: number): boolean {
  const part = way / (to.along - from.along)
  return (
    part > 0 && 2 * part * part * Math.abs(to.across - from.across) > Math.min(room.before, room.after) - room.across
  )
}

/** By wire: how far it bows out, where several wires join the same two nodes. */
function bowsOf({ skeleton: { network } }: Arrangement, apart: number): Float64Array {
  const { size, from, operands } = network
  const bows = new Float64Array(from.length)
  for (let v = 0; v < size; v++) {
    const twins = new Map<number, number[]>()
    for (const wire of operands.member.subarray(operands.first[v], operands.first[v + 1])) {
      const before = twins.get(from[wire])
      if (before) before.push(wire)
      else twins.set(from[wire], [wire])
    }
    for (const wires of twins.values())
      wires.forEach((wire, i) => {
        bows[wire] = (i - (wires.length - 1) / 2) * apart
      })
  }
  return bows
}

function addBow(points: Bend[], bow: number): void {
  if (bow === 0) return
  const end = points[points.length - 1]
  const start = points[points.length - 2]
  const across = (start.across + end.across) / 2 + bow
  points.splice(-1, 0, { along: (start.along + end.along) / 2, across })
}

/** Leaves out the bends on a straight line along the flow. */
function withoutNeedless(points: readonly Bend[]): Bend[] {
  return points.filter(({ across }, i) => points[i - 1]?.across !== across || points[i + 1]?.across !== across)
}
