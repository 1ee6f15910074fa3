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

/** Counts inversions between the places of tails and heads with a Fenwick tree (Barth, Jünger and Mutzel, 2002). */
function crossingsAfter({ between, tail, head, slot }: Skeleton, { layers, rank }: Order, k: number): number {
  const [first, end] = [between.first[k], between.first[k + 1]]
  if (end - first < 2) return 0
  const places = layers[k + 1].length * PLACES
  const keys = new Float64Array(end - first)
  for (let i = first; i < end; i++) {
    const s = between.member[i]
    const place = rank[head[s]] * PLACES + Math.round((slot[s] + 0.5) * (PLACES - 2)) + 1
    keys[i - first] = rank[tail[s]] * (places + 1) + place
  }
  return inversions(keys.sort(), places)
}

/** Of sorted keys tail·(places + 1) + place: the pairs with a smaller tail and a greater place. */
function inversions(keys: Float64Array, places: number): number {
  const seen = new Int32Array(places + 1)
  let [total, begin] = [0, 0]
  for (let i = 0; i < keys.length; i++) {
    const tail = Math.floor(keys[i] / (places + 1))
    // Segments of one tail do not cross each other, so they are entered together.
    for (; Math.floor(keys[begin] / (places + 1)) < tail; begin++)
      for (let place = keys[begin] % (places + 1); place <= places; place += place & -place) seen[place] += 1
    let below = 0
    for (let place = keys[i] % (places + 1); place > 0; place -= place & -place) below += seen[place]
    total += begin - below
  }
  return total
}
