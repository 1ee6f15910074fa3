import type { Arrangement } from './arrange.ts'
import { isotonic } from './place/isotonic.ts'
import type { Room } from './room.ts'
import { carrier } from './skeleton.ts'

/** How far from its middle, relative to its half size, a wire may meet a node. */
const WIDEST = 0.72
/** The distance between two arrivals where there is room, in the same parts. */
const APART = 0.5
/** Wires aim at the node's centre from so far away, in px. */
const AIM = 150

/**
 * By wire: where it meets its consumer, from the consumer's centre across the flow. Each wire comes from the side where
 * it comes from, but slots keep their order and stay apart.
 */
export function slotOffsets({ skeleton, across }: Arrangement, rooms: readonly Room[]): Float64Array {
  const { network, layer } = skeleton
  const { size, from, operands } = network
  const offsets = new Float64Array(from.length)
  for (let v = 0; v < size; v++) {
    const wires = operands.member.subarray(operands.first[v], operands.first[v + 1])
    const arrivals = Float64Array.from(wires, (wire) => {
      const item = carrier(skeleton, from[wire], layer[v] - 1)
      const distance = across[item < 0 ? from[wire] : item] - across[v]
      return distance / Math.hypot(distance, AIM)
    })
    spread(arrivals)
    wires.forEach((wire, i) => {
      offsets[wire] = arrivals[i] * rooms[v].across
    })
  }
  return offsets
}

function spread(arrivals: Float64Array): void {
  const count = arrivals.length
  if (count === 1) arrivals[0] = 0
  if (count < 2) return
  const apart = Math.min(APART, (2 * WIDEST) / (count - 1))
  isotonic(count)(
    arrivals,
    new Float64Array(count).fill(1),
    Float64Array.from(arrivals, (_, i) => i * apart),
    count,
  )
  arrivals.forEach((arrival, i) => {
    arrivals[i] = Math.max(-WIDEST + i * apart, Math.min(WIDEST - (count - 1 - i) * apart, arrival))
  })
}
