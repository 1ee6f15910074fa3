import type { LayoutOptions, Point } from '../layout.ts'
import { roomOf } from '../room.ts'
import type { Blocked } from './blocked.ts'

/** How far from its middle, relative to its half size, a wire may meet a node, and how far two are apart. */
const WIDEST = 0.72
const APART = 0.5

/** Both ends of a wire that goes straight from node to node, each slot at its place. */
export function straightEnds(graph: Blocked, centres: Float64Array, { direction, arrowhead = 0 }: LayoutOptions) {
  const { kinds, kind, from, to, slot } = graph
  const rooms = kinds.map((box) => roomOf(box, direction))
  const slots = new Int32Array(kind.length)
  for (const node of to) slots[node]++
  const at = (node: number, along: number, across: number): Point => {
    const [x, y] = [centres[2 * node], centres[2 * node + 1]]
    return direction === 'right' ? { x: x + along, y: y + across } : { x: x + across, y: y - along }
  }
  return (wire: number): Point[] => {
    const [u, v] = [from[wire], to[wire]]
    const { across, along, round } = rooms[kind[v]]
    const count = slots[v]
    const apart = count > 1 ? Math.min(APART, (2 * WIDEST) / (count - 1)) : 0
    const offset = (slot[wire] - (count - 1) / 2) * apart
    const part = round ? Math.sqrt(1 - offset ** 2) : 1
    return [at(u, rooms[kind[u]].along, 0), at(v, -part * along - arrowhead, offset * across)]
  }
}
