import type { Groups } from '../groups.ts'
import type { Skeleton } from '../skeleton.ts'
import type { Order } from './order.ts'

/** Exchanges neighbours wherever that removes crossings, in so many rounds at most; tells how many crossings went. */
export function exchange(skeleton: Skeleton, order: Order, rounds: number): number {
  const places = { entering: new Float64Array(skeleton.tail.length), leaving: new Float64Array(skeleton.tail.length) }
  let removed = 0
  for (let round = 0; round < rounds; round++) {
    let gain = 0
    for (const items of order.layers) gain += exchangeIn(skeleton, order, items, places)
    removed += gain
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
  if (end - begin > 1) places.subarray(begin, end).sort()
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
