import type { Graph, Mode } from '../../../../core.ts'
import { endsOf, seedOf } from '../../../../state/ownSeeds.ts'
import type { Weights } from '../../../../state/seedText.ts'
import type { Session } from '../../../../state/session.ts'
import { ownPass } from '../../../../trace/ownPass.ts'
import type { Pass } from '../../../../trace/pass.ts'

/** J·v and wᵀ·J, by one pass each, and the two ways to the number that both lead to. */
export interface SeedProducts {
  readonly v: Weights
  readonly w: Weights
  /** The tangent pass of v, and the adjoint pass of w. */
  readonly along: Pass
  readonly across: Pass
  /** w·(J·v), and (wᵀ·J)·v. */
  readonly left: number
  readonly right: number
  /** Whether the two differ by no more than rounding; null where they are no numbers. */
  readonly agree: boolean | null
}

export function productsOf({ graph, primal, timeline }: Session, v: Weights, w: Weights): SeedProducts {
  const passOf = (mode: Mode, weights: Weights) =>
    timeline[mode].of === 'own' ? timeline[mode].get(1) : ownPass(primal, mode, seedOf(graph, mode, weights)).get(1)
  const [along, across] = [passOf('forward', v), passOf('reverse', w)]
  const [left, right] = [dot(graph, 'reverse', w, along.numbers), dot(graph, 'forward', v, across.numbers)]
  return { v, w, along, across, left: left.sum, right: right.sum, agree: agreement(left, right) }
}

interface Dot {
  readonly sum: number
  /** What the sum would be if all terms were positive: rounding is small beside it. */
  readonly size: number
}

/** A weight of 0 leaves its number out, as a seed does. */
function dot(graph: Graph, mode: Mode, weights: Weights, numbers: Float64Array): Dot {
  let [sum, size] = [0, 0]
  for (const { name, node } of endsOf(graph, mode))
    for (const [entry, weight] of (weights.get(name) ?? []).entries()) {
      if (weight === 0) continue
      const term = weight * numbers[graph.offset[node] + entry]
      sum += term
      size += Math.abs(term)
    }
  return { sum, size }
}

const CLOSE = 1e-9
/** Below it products lose their digits. */
const TINY = 1e-300

function agreement(left: Dot, right: Dot): boolean | null {
  if (!Number.isFinite(left.sum) || !Number.isFinite(right.sum)) return null
  return Math.abs(left.sum - right.sum) <= CLOSE * Math.max(left.size, right.size) + TINY
}
