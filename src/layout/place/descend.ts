import type { Order } from '../order/order.ts'
import { isotonic } from './isotonic.ts'
import { moveItem, type Pull } from './pull.ts'
import type { Separation } from './separation.ts'

/** How far an item follows its block's middle rather than what pulls at the block. */
const COHESION = 0.5
const SETTLED = 0.005

/** Layer by layer, to and fro, brings all items to where they are pulled: block-coordinate descent, each layer exact. */
export function descend(pull: Pull, order: Order, separation: Separation, rounds: number): void {
  const { skeleton, blocks } = pull
  const { across, weight: pulling } = pull
  const widest = order.layers.reduce((most, items) => Math.max(most, items.length), 0)
  const [wish, weight] = [new Float64Array(widest), new Float64Array(widest)]
  const shifts = order.layers.map((items) => shiftsOf(items, separation))
  const solve = isotonic(widest)
  const relax = (k: number): number => {
    const items = order.layers[k]
    for (let i = 0; i < items.length; i++) {
      wish[i] = wishOf(pull, items[i])
      weight[i] = Math.max(pulling[blocks.of[items[i]]], 1e-3)
    }
    solve(wish, weight, shifts[k], items.length)
    let most = 0
    for (let i = 0; i < items.length; i++) {
      most = Math.max(most, Math.abs(wish[i] - across[items[i]]))
      moveItem(pull, items[i], wish[i])
    }
    return most
  }
  for (let round = 0; round < rounds; round++) {
    let most = 0
    for (let k = skeleton.depth - 1; k >= 0; k--) most = Math.max(most, relax(k))
    for (let k = 1; k < skeleton.depth; k++) most = Math.max(most, relax(k))
    if (most < SETTLED) return
  }
}

/** By place in a layer: the least distance from its first item. */
function shiftsOf(items: readonly number[], separation: Separation): Float64Array {
  const shifts = new Float64Array(items.length)
  for (let i = 1; i < items.length; i++) shifts[i] = shifts[i - 1] + separation(items[i - 1], items[i])
  return shifts
}

function wishOf({ blocks: { of, items }, across, moment, weight, total }: Pull, item: number): number {
  const block = of[item]
  if (weight[block] === 0) return across[item]
  const pulled = moment[block] / weight[block]
  const size = items.first[block + 1] - items.first[block]
  return size === 1 ? pulled : (pulled + (COHESION * total[block]) / size) / (1 + COHESION)
}
