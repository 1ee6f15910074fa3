import { type Groups, groupBy } from '../groups.ts'
import type { Order } from '../order/order.ts'
import type { Skeleton } from '../skeleton.ts'
import { alignment } from './alignment.ts'
import type { Separation } from './separation.ts'

/** Items that stand in line and move as one. */
export interface AlignedBlocks {
  readonly count: number
  /** By item. */
  readonly of: Int32Array
  readonly items: Groups
  /** Neighbours in a layer: the block before keeps the distance from the block after; by the latter, by the former. */
  readonly before: Int32Array
  readonly after: Int32Array
  readonly distance: Float64Array
  readonly above: Groups
  readonly below: Groups
  /** The blocks in topological order: each comes before those that keep a distance from it. */
  readonly sequence: Int32Array
}

/** The blocks that admitted segments make. */
export function alignedBlocks(
  skeleton: Skeleton,
  order: Order,
  separation: Separation,
  admits: (segment: number) => boolean,
): AlignedBlocks {
  const inLine = alignment(skeleton, order, admits)
  const of = new Int32Array(skeleton.count)
  let count = 0
  for (const items of order.layers) for (const item of items) of[item] = inLine[item] < 0 ? count++ : of[inLine[item]]
  const [before, after, distance]: [number[], number[], number[]] = [[], [], []]
  for (const items of order.layers)
    for (let i = 1; i < items.length; i++) {
      before.push(of[items[i - 1]])
      after.push(of[items[i]])
      distance.push(separation(items[i - 1], items[i]))
    }
  const [above, below] = [groupBy(count, after), groupBy(count, before)]
  return {
    count,
    of,
    items: groupBy(count, of),
    before: Int32Array.from(before),
    after: Int32Array.from(after),
    distance: Float64Array.from(distance),
    above,
    below,
    sequence: sequenceOf(count, after, above, below),
  }
}

/** Kahn's algorithm; lines that do not cross leave no circle. */
function sequenceOf(count: number, after: readonly number[], above: Groups, below: Groups): Int32Array {
  const sequence = new Int32Array(count)
  const missing = new Int32Array(count)
  let found = 0
  for (let b = 0; b < count; b++) {
    missing[b] = above.first[b + 1] - above.first[b]
    if (missing[b] === 0) sequence[found++] = b
  }
  for (let done = 0; done < found; done++)
    for (let i = below.first[sequence[done]]; i < below.first[sequence[done] + 1]; i++) {
      const next = after[below.member[i]]
      missing[next] -= 1
      if (missing[next] === 0) sequence[found++] = next
    }
  return sequence
}
