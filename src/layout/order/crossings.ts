import type { Skeleton } from '../skeleton.ts'
import type { Order } from './order.ts'

/** Places within one node, so that wires into its slots are told apart. */
const PLACES = 32

/** How often segments cross, slots included: operands that arrive in the wrong order count as a crossing. */
export function crossings(skeleton: Skeleton, order: Order): number {
  let total = 0
  for (let k = 0; k + 1 < skeleton.depth; k++) total += crossingsAfter(skeleton, order, k)
  return total
}

/**
 * Goes through the tails in order and counts, for each of their segments, the earlier ones that arrive behind it: a
 * Fenwick tree holds the places of arrival (Barth, Jünger and Mutzel, 2002).
 */
function crossingsAfter({ leaving, head, slot }: Skeleton, { layers, rank }: Order, k: number): number {
  const places = layers[k + 1].length * PLACES
  const arrived = new Int32Array(places + 1)
  const placeOf = (s: number) => rank[head[s]] * PLACES + Math.round((slot[s] + 0.5) * (PLACES - 2)) + 1
  let [total, count] = [0, 0]
  for (const item of layers[k]) {
    const [first, end] = [leaving.first[item], leaving.first[item + 1]]
    for (let i = first; i < end; i++) {
      total += count
      for (let place = placeOf(leaving.member[i]); place > 0; place -= place & -place) total -= arrived[place]
    }
    // Segments of one tail do not cross each other, so they are entered together.
    for (let i = first; i < end; i++)
      for (let place = placeOf(leaving.member[i]); place <= places; place += place & -place) arrived[place] += 1
    count += end - first
  }
  return total
}
