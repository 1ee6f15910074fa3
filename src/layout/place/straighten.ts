import { groupSize } from '../groups.ts'
import type { AlignedBlocks } from './blocks.ts'
import { moveItem, type Pull } from './pull.ts'

/**
 * Brings the items of each block exactly into line: pushes blocks off each other once down and once up, and takes the
 * middle of both, since the mean of two legal places is legal.
 */
export function straighten(pull: Pull): void {
  const { blocks } = pull
  const { count, items } = blocks
  const middle = Float64Array.from({ length: count }, (_, b) => pull.total[b] / (items.first[b + 1] - items.first[b]))
  const down = pushed(blocks, middle, 1)
  const up = pushed(blocks, middle, -1)
  for (let b = 0; b < count; b++) moveBlock(pull, b, (down[b] + up[b]) / 2)
}

function pushed(blocks: AlignedBlocks, middle: Float64Array, sign: 1 | -1): Float64Array {
  const { count, before, after, distance, above, below, sequence } = blocks
  const place = middle.slice()
  const [pushing, other] = sign > 0 ? [above, before] : [below, after]
  for (let step = 0; step < count; step++) {
    const b = sequence[sign > 0 ? step : count - 1 - step]
    for (let i = pushing.first[b]; i < pushing.first[b + 1]; i++) {
      const c = pushing.member[i]
      const least = place[other[c]] + sign * distance[c]
      place[b] = sign > 0 ? Math.max(place[b], least) : Math.min(place[b], least)
    }
  }
  return place
}

/** Moves each block to where it is pulled, as far as its neighbours leave room, in so many rounds at most. */
export function slideBlocks(pull: Pull, rounds: number): void {
  const { count, sequence } = pull.blocks
  for (let round = 0; round < rounds; round++) {
    let most = 0
    for (let step = 0; step < count; step++) {
      const b = sequence[round % 2 === 0 ? step : count - 1 - step]
      if (pull.weight[b] === 0) continue
      const place = within(pull, b, pull.moment[b] / pull.weight[b])
      most = Math.max(most, Math.abs(place - placeOf(pull, b)))
      moveBlock(pull, b, place)
    }
    if (most < 0.005) return
  }
}

/** Going with the flow, puts what reads operands of its own amid them, as in a tree, as far as there is room. */
export function centre(pull: Pull): void {
  for (let b = 0; b < pull.blocks.count; b++) {
    const middle = middleOfOwn(pull, beginning(pull, b)) ?? pull.moment[b] / pull.weight[b]
    if (!Number.isNaN(middle)) moveBlock(pull, b, within(pull, b, middle))
  }
}

/** The item of a block that stands in its first layer. */
function beginning({ skeleton: { layer }, blocks: { items } }: Pull, block: number): number {
  let first = items.member[items.first[block]]
  for (let i = items.first[block] + 1; i < items.first[block + 1]; i++)
    if (layer[items.member[i]] < layer[first]) first = items.member[i]
  return first
}

/** The middle of the operands of an item, if there are several and nothing else reads them. */
function middleOfOwn({ skeleton: { tail, entering, leaving }, across }: Pull, item: number): number | null {
  if (groupSize(entering, item) < 2) return null
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let i = entering.first[item]; i < entering.first[item + 1]; i++) {
    const operand = tail[entering.member[i]]
    if (groupSize(leaving, operand) > 1) return null
    least = Math.min(least, across[operand])
    most = Math.max(most, across[operand])
  }
  return (least + most) / 2
}

const placeOf = ({ blocks: { items }, across }: Pull, block: number) => across[items.member[items.first[block]]]

function within(pull: Pull, block: number, wish: number): number {
  const { before, after, distance, above, below } = pull.blocks
  let [least, most] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let i = above.first[block]; i < above.first[block + 1]; i++) {
    const c = above.member[i]
    least = Math.max(least, placeOf(pull, before[c]) + distance[c])
  }
  for (let i = below.first[block]; i < below.first[block + 1]; i++) {
    const c = below.member[i]
    most = Math.min(most, placeOf(pull, after[c]) - distance[c])
  }
  return Math.max(least, Math.min(most, wish))
}

function moveBlock(pull: Pull, block: number, place: number): void {
  const { first, member } = pull.blocks.items
  for (let i = first[block]; i < first[block + 1]; i++) moveItem(pull, member[i], place)
}
