import type { Effort } from '../effort.ts'
import type { Skeleton } from '../skeleton.ts'
import { crossings } from './crossings.ts'
import { depthFirst } from './depthFirst.ts'
import { exchange } from './exchange.ts'
import { copyOf, type Order, restore } from './order.ts'
import { sweep } from './sweep.ts'

export interface Found {
  readonly order: Order
  readonly crossings: number
}

/** Sweeps without a better order, after which a start is given up. */
const PATIENCE = 4
const FINAL_EXCHANGES = 10

/** The order with the fewest crossings that the effort finds, beginning with that of the depth-first search. */
export function searchOrder(skeleton: Skeleton, effort: Effort): Found {
  const order = depthFirst(skeleton)
  if (effort.sweeps === 0) return { order, crossings: Number.POSITIVE_INFINITY }
  const beginning = copyOf(order)
  let best = { layers: beginning, crossings: crossings(skeleton, order) }
  for (let start = 0; start < effort.starts && best.crossings > 0; start++) {
    restore(order, begun(start, beginning, best.layers))
    let idle = 0
    for (let round = 0; round < effort.sweeps && idle < PATIENCE && best.crossings > 0; round++) {
      sweep(skeleton, order, (round + start) % 2 === 1, round % 4 >= 2)
      exchange(skeleton, order, effort.exchanges)
      const count = crossings(skeleton, order)
      idle += 1
      if (count >= best.crossings) continue
      best = { layers: copyOf(order), crossings: count }
      idle = 0
    }
  }
  restore(order, best.layers)
  return { order, crossings: best.crossings > 0 ? polish(skeleton, order, FINAL_EXCHANGES) : 0 }
}

/** Sweeps cannot turn a drawing over, so later starts begin with mirror images, and with the best order so far. */
function begun(start: number, first: number[][], best: number[][]): number[][] {
  const layers = start < 3 ? first : best
  return start % 3 === 2 ? layers.map((items) => items.slice().reverse()) : layers
}

/** Exchanges neighbours until that helps no more; tells how many crossings are left. */
export function polish(skeleton: Skeleton, order: Order, rounds: number): number {
  exchange(skeleton, order, rounds)
  return crossings(skeleton, order)
}
