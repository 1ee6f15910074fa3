import type { Skeleton } from '../skeleton.ts'
import { number, type Order } from './order.ts'

/**
 * Sorts each layer, with the flow or against it, by the mean place of the neighbours in the layer before
 * (Sugiyama, Tagawa and Toda, 1981); items without neighbours there keep their places.
 */
export function sweep(skeleton: Skeleton, order: Order, forward: boolean, reverseTies: boolean): void {
  const { depth, count } = skeleton
  const means = new Float64Array(count)
  for (let step = 1; step < depth; step++) {
    const k = forward ? step : depth - 1 - step
    for (const item of order.layers[k]) means[item] = meanPlace(skeleton, order.rank, item, forward)
    sortLayer(order, k, means, reverseTies ? -1 : 1)
  }
}

function sortLayer(order: Order, k: number, means: Float64Array, ties: 1 | -1): void {
  const { rank } = order
  const items = order.layers[k]
  const moving = items.filter((item) => !Number.isNaN(means[item]))
  moving.sort((a, b) => means[a] - means[b] || ties * (rank[a] - rank[b]))
  let next = 0
  for (let place = 0; place < items.length; place++)
    if (!Number.isNaN(means[items[place]])) items[place] = moving[next++]
  number(order, k)
}

/** NaN for an item without neighbours. */
function meanPlace(skeleton: Skeleton, rank: Int32Array, item: number, forward: boolean): number {
  const { first, member } = forward ? skeleton.entering : skeleton.leaving
  const neighbours = forward ? skeleton.tail : skeleton.head
  if (first[item] === first[item + 1]) return Number.NaN
  let sum = 0
  for (let i = first[item]; i < first[item + 1]; i++) {
    const slot = skeleton.slot[member[i]]
    sum += rank[neighbours[member[i]]] + (forward ? -slot / 2 : slot)
  }
  return sum / (first[item + 1] - first[item])
}
