import type { Effort } from '../effort.ts'
import type { Order } from '../order/order.ts'
import type { Skeleton } from '../skeleton.ts'
import { alignedBlocks } from './blocks.ts'
import { descend } from './descend.ts'
import { bend, type Pull, pullOf } from './pull.ts'
import type { Separation } from './separation.ts'
import { centre, slideBlocks, straighten } from './straighten.ts'

/** What the stages of this folder work on. */
interface Plan {
  readonly skeleton: Skeleton
  readonly order: Order
  readonly separation: Separation
  readonly effort: Effort
}

/** Former places are given up where they bend the wires more than so many times as much as new places would … */
const WORTH = 2
/** … and by more than the square of so many px for each segment. */
const TOLERATED = 12

/** By item: its place across the flow. Former places are kept as far as the picture stays good. */
export function placesOf(
  skeleton: Skeleton,
  order: Order,
  separation: Separation,
  effort: Effort,
  former: Float64Array | null,
): Float64Array {
  const plan = { skeleton, order, separation, effort }
  const fresh = freshPlaces(plan)
  if (!former) return fresh.across
  const kept = keptPlaces(plan, former)
  const tolerated = TOLERATED ** 2 * skeleton.tail.length
  return bend(kept) <= WORTH * bend(fresh) + tolerated ? kept.across : fresh.across
}

function freshPlaces({ skeleton, order, separation, effort }: Plan): Pull {
  const blocks = alignedBlocks(skeleton, order, separation, () => true)
  const pull = pullOf(skeleton, blocks, stacked(order, separation, skeleton.count), null)
  descend(pull, order, separation, effort.descents)
  straighten(pull)
  slideBlocks(pull, effort.descents)
  centre(pull)
  return pull
}

/** Items that differ by no more px stand in line; where an edit bends a line no more, it is made straight again. */
const IN_LINE = 8

/** Moves what must make room, but not whole lines with it: only trunks stay as straight as they were. */
function keptPlaces({ skeleton, order, separation, effort }: Plan, former: Float64Array): Pull {
  const { network, tail, head } = skeleton
  const across = stacked(order, separation, skeleton.count)
  former.forEach((place, item) => {
    if (!Number.isNaN(place)) across[item] = place
  })
  const inLine = (s: number) => Math.abs(across[tail[s]] - across[head[s]]) <= IN_LINE
  const isNew = (s: number) => Number.isNaN(former[tail[s]]) || Number.isNaN(former[head[s]])
  const inTrunk = (s: number) => tail[s] >= network.size && head[s] >= network.size
  const trunks = alignedBlocks(skeleton, order, separation, (s) => inTrunk(s) && (isNew(s) || inLine(s)))
  descend(pullOf(skeleton, trunks, across, former), order, separation, effort.descents)
  const lines = alignedBlocks(skeleton, order, separation, inLine)
  const pull = pullOf(skeleton, lines, across, former)
  straighten(pull)
  return pull
}

/** Each layer's items one after another, its middle at 0. */
function stacked(order: Order, separation: Separation, count: number): Float64Array {
  const across = new Float64Array(count)
  for (const items of order.layers) {
    for (let i = 1; i < items.length; i++) across[items[i]] = across[items[i - 1]] + separation(items[i - 1], items[i])
    const middle = across[items[items.length - 1]] / 2
    for (const item of items) across[item] -= middle
  }
  return across
}
