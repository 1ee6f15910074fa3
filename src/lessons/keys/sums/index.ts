import type { NumberSlip } from '../key.ts'
import { atBranches, partialsOnly, signs } from './branches.ts'
import { elsewhere, notSummed, wrongScale, wrongShape } from './elsewhere.ts'
import { inOneFactor, sharedOut } from './factors.ts'
import type { SumAt } from './sumAt.ts'

export { SumAt } from './sumAt.ts'

/** In larger graphs nothing is guessed: each guess goes over all entries. */
const MOST_ENTRIES = 20_000

/** What a node’s adjoint or tangent becomes by a likely slip, the likeliest first. */
export function* slipsInSum(sum: SumAt): Generator<NumberSlip> {
  const { graph } = sum
  if (graph.offset[graph.size] > MOST_ENTRIES) return
  for (const slips of [
    atBranches,
    notSummed,
    partialsOnly,
    inOneFactor,
    signs,
    sharedOut,
    elsewhere,
    wrongShape,
    wrongScale,
  ])
    yield* slips(sum)
}
