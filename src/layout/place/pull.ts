import type { Skeleton } from '../skeleton.ts'
import type { AlignedBlocks } from './blocks.ts'

/** The items on their way to their places, and what pulls at them: segments, and the places before the last edit. */
export interface Pull {
  readonly skeleton: Skeleton
  readonly blocks: AlignedBlocks
  /** By segment: how hard it pulls. */
  readonly strength: Float64Array
  /** By item. */
  readonly across: Float64Array
  /** By block: Σ strength · place of the other end, and Σ strength. */
  readonly moment: Float64Array
  readonly weight: Float64Array
  /** By block: Σ of its items' places. */
  readonly total: Float64Array
}

/** How hard a former place pulls, in segments: what stays moves only where something new needs its room. */
const HOLD = 1000

/** Weight of a segment: a value that is read once belongs closer to its consumer. */
const SHARED = 1
const OWN = 1.5

function strengthOf({ network, tail }: Skeleton): Float64Array {
  const { size, consumers } = network
  return Float64Array.from(tail, (a) => (a < size && consumers.first[a + 1] - consumers.first[a] === 1 ? OWN : SHARED))
}

/** Former places, NaN where there is none, pull too. */
export function pullOf(
  skeleton: Skeleton,
  blocks: AlignedBlocks,
  across: Float64Array,
  former: Float64Array | null,
): Pull {
  const { tail, head } = skeleton
  const strength = strengthOf(skeleton)
  const moment = new Float64Array(blocks.count)
  const weight = new Float64Array(blocks.count)
  const total = new Float64Array(blocks.count)
  const add = (block: number, by: number, place: number) => {
    moment[block] += by * place
    weight[block] += by
  }
  for (let s = 0; s < tail.length; s++) {
    const [a, b] = [blocks.of[tail[s]], blocks.of[head[s]]]
    if (a === b) continue
    add(a, strength[s], across[head[s]])
    add(b, strength[s], across[tail[s]])
  }
  across.forEach((place, item) => {
    total[blocks.of[item]] += place
  })
  former?.forEach((place, item) => {
    if (!Number.isNaN(place)) add(blocks.of[item], HOLD, place)
  })
  return { skeleton, blocks, strength, across, moment, weight, total }
}

/** Puts an item elsewhere and tells all that it pulls at. */
export function moveItem(
  { skeleton, blocks, strength, across, moment, total }: Pull,
  item: number,
  place: number,
): void {
  const { tail, head, entering, leaving } = skeleton
  const by = place - across[item]
  if (by === 0) return
  const block = blocks.of[item]
  across[item] = place
  total[block] += by
  for (let i = entering.first[item]; i < entering.first[item + 1]; i++) {
    const s = entering.member[i]
    const other = blocks.of[tail[s]]
    if (other !== block) moment[other] += strength[s] * by
  }
  for (let i = leaving.first[item]; i < leaving.first[item + 1]; i++) {
    const s = leaving.member[i]
    const other = blocks.of[head[s]]
    if (other !== block) moment[other] += strength[s] * by
  }
}

/** How far segments are from straight: Σ strength · distance². */
export function bend({ skeleton: { tail, head }, strength, across }: Pull): number {
  let sum = 0
  for (let s = 0; s < tail.length; s++) sum += strength[s] * (across[tail[s]] - across[head[s]]) ** 2
  return sum
}
