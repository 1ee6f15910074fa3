import { groupSize } from '../groups.ts'
import { carrier, type Skeleton } from '../skeleton.ts'
import type { Order } from './order.ts'

/**
 * The order in which a depth-first search from the outputs meets the items, operands in slot order.
 * A tree gets no crossing, and its operands stand as they are written.
 */
export function depthFirst(skeleton: Skeleton): Order {
  const { network, layer, count, depth } = skeleton
  const { size, from, to, operands, consumers } = network
  const layers: number[][] = Array.from({ length: depth }, () => [])
  const rank = new Int32Array(count).fill(-1)
  const meet = (item: number) => {
    if (item < 0 || rank[item] >= 0) return false
    rank[item] = layers[layer[item]].push(item) - 1
    return true
  }
  const waiting: number[] = []
  const open = (v: number) => {
    for (let i = operands.first[v + 1] - 1; i >= operands.first[v]; i--) waiting.push(operands.member[i])
  }
  for (let output = 0; output < size; output++) {
    if (groupSize(consumers, output) > 0) continue
    if (meet(output)) open(output)
    for (let wire = waiting.pop(); wire !== undefined; wire = waiting.pop()) {
      const v = from[wire]
      for (let l = layer[to[wire]] - 1; l > layer[v]; l--) if (!meet(carrier(skeleton, v, l))) break
      if (meet(v)) open(v)
    }
  }
  return { layers, rank }
}
