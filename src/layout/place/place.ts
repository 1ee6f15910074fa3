import type { Effort } from '../effort.ts'
import type { Order } from '../order/order.ts'
import type { Room } from '../room.ts'
import type { Skeleton } from '../skeleton.ts'
import { type Blocks, blocksOf } from './blocks.ts'
import { descend } from './descend.ts'
import { type Anchors, bend, type Pull, pullOf } from './pull.ts'
import { type Separation, separationOf } from './separation.ts'
import { centre, slideBlocks, straighten } from './straighten.ts'

/** How hard a former place pulls, in segments. */
const HOLD = 6
/** Former places are given up where they bend the wires more than so many times as much as new places would … */
const WORTH = 1.5
/** … and by more than the square of so many px for each segment. */
const TOLERATED = 12

/** By item: its place across the flow. With former places, they are kept as far as the picture stays good. */
export function placesOf(
  skeleton: Skeleton,
  order: Order,
  rooms: readonly Room[],
  effort: Effort,
  former: Float64Array | null,
): Float64Array {
  const separation = separationOf(rooms)
  const blocks = blocksOf(skeleton, order, separation)
  const place = (anchors: Anchors | null) => settled(skeleton, order, blocks, separation, effort, anchors)
  const fresh = place(null)
  if (!former) return fresh.across
  const kept = place({ places: former, strength: HOLD })
  const tolerated = TOLERATED ** 2 * skeleton.tail.length
  return bend(kept) <= WORTH * bend(fresh) + tolerated ? kept.across : fresh.across
}

function settled(
  skeleton: Skeleton,
  order: Order,
  blocks: Blocks,
  separation: Separation,
  effort: Effort,
  anchors: Anchors | null,
): Pull {
  const pull = pullOf(skeleton, blocks, stacked(order, separation, skeleton.count), anchors)
  descend(pull, order, separation, effort.descents)
  straighten(pull)
  slideBlocks(pull, effort.descents)
  if (!anchors) centre(pull)
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
