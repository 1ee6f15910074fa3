import type { Groups } from '../groups.ts'
import type { Skeleton } from '../skeleton.ts'
import type { Order } from './order.ts'

/** Exchanges neighbours wherever that removes crossings, in so many rounds at most; tells how many crossings went. */
export function exchange(skeleton: Skeleton, order: Order, rounds: number): number {
  const { depth, tail } = skeleton
  const places = { entering: new Float64Array(tail.length), leaving: new Float64Array(tail.length) }
  // A layer is worth another look only where it or one beside it has changed.
  let stale = new Uint8Array(depth).fill(1)
  let removed = 0
  for (let round = 0; round < rounds; round++) {
    const next = new Uint8Array(depth)
    let gain = 0
    for (let k = 0; k < depth; k++) {
      if (!stale[k] && !next[k]) continue
      const gained = exchangeIn(skeleton, order, order.layers[k], places)
      if (gained > 0) next.fill(1, Math.max(0, k - 1), k + 2)
      gain += gained
    }
    removed += gain
    stale = next
    if (gain === 0) break
  }
  return removed
}

/** The places of each item's neighbours, ascending, on either side. */
interface Places {
  readonly entering: Float64Array
  readonly leaving: Float64Array
}

function exchangeIn(skeleton: Skeleton, { rank }: Order, items: number[], places: Places): number {
  if (items.length < 2) return 0
  const { entering, leaving, tail, head, slot } = skeleton
  for (const item of items) {
    fill(places.entering, entering, item, (s) => rank[tail[s]])
    fill(places.leaving, leaving, item, (s) => rank[head[s]] + slot[s])
  }
  let removed = 0
  for (let i = 0; i + 1 < items.length; i++) {
    const [a, b] = [items[i], items[i + 1]]
    const gain = excess(places.entering, entering, a, b) + excess(places.leaving, leaving, a, b)
    if (gain <= 0) continue
    items[i] = b
    items[i + 1] = a
    rank[b] = i
    rank[a] = i + 1
    removed += gain
  }
  return removed
}

function fill(places: Float64Array, { first, member }: Groups, item: number, place: (segment: number) => number): void {
  const [begin, end] = [first[item], first[item + 1]]
  for (let i = begin; i < end; i++) places[i] = place(member[i])
  if (end - begin > MANY) places.subarray(begin, end).sort()
  else insertionSort(places, begin, end)
}

/** Faster than the built-in sort up to so many neighbours. */
const MANY = 16

function insertionSort(places: Float64Array, begin: number, end: number): void {
  for (let i = begin + 1; i < end; i++) {
    const place = places[i]
    let k = i
    for (; k > begin && places[k - 1] > place; k--) places[k] = places[k - 1]
    places[k] = place
  }
}

/** Crossings of the segments of a and b with a first, less those with b first: one merge of two sorted lists. */
function excess(places: Float64Array, { first }: Groups, a: number, b: number): number {
  const [begin, end] = [first[b], first[b + 1]]
  let [below, upTo, difference] = [begin, begin, 0]
  for (let i = first[a]; i < first[a + 1]; i++) {
    while (below < end && places[below] < places[i]) below += 1
    while (upTo < end && places[upTo] <= places[i]) upTo += 1
    difference += below - begin - (end - upTo)
  }
  return difference
}
