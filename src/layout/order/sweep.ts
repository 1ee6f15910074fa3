import type { Skeleton } from '../skeleton.ts'
import { number, type Order } from './order.ts'

/**
 * Sorts each layer, with the flow or against it, by the mean place of the neighbours in the layer before
 * (Sugiyama, Tagawa and Toda, 1981); items without neighbours there keep their places.
 */
export function sweep(skeleton: Skeleton, order: Order, forward: boolean, reverseTies: boolean): void {
  const { depth } = skeleton
  for (let step = 1; step < depth; step++)
    sortLayer(skeleton, order, forward ? step : depth - 1 - step, forward, reverseTies)
}

function sortLayer(skeleton: Skeleton, order: Order, k: number, forward: boolean, reverseTies: boolean): void {
  const { rank } = order
  const items = order.layers[k]
  const means = new Map<number, number>()
  for (const item of items) {
    const mean = meanPlace(skeleton, rank, item, forward)
    if (mean !== null) means.set(item, mean)
  }
  const ties = reverseTies ? -1 : 1
  const moving = [...means.keys()].sort(
    (a, b) => (means.get(a) ?? 0) - (means.get(b) ?? 0) || ties * (rank[a] - rank[b]),
  )
  let next = 0
  order.layers[k] = items.map((item) => (means.has(item) ? moving[next++] : item))
  number(order, k)
}

function meanPlace(skeleton: Skeleton, rank: Int32Array, item: number, forward: boolean): number | null {
  const { first, member } = forward ? skeleton.entering : skeleton.leaving
  const neighbours = forward ? skeleton.tail : skeleton.head
  if (first[item] === first[item + 1]) return null
  let sum = 0
  for (let i = first[item]; i < first[item + 1]; i++) {
    const slot = skeleton.slot[member[i]]
    sum += rank[neighbours[member[i]]] + (forward ? -slot / 2 : slot)
  }
  return sum / (first[item + 1] - first[item])
}
