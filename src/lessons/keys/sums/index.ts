import type { NumberSlip } from '../key.ts'
import { atBranches, partialsOnly, signs } from './branches.ts'
import { allMoving, nothing, ofOtherNodes, values } from './elsewhere.ts'
import { factorsAdded, handedOn, otherPartial, sharedOut, timesValue, valueBesides, valueForFactor } from './factors.ts'
import { wrongMean, wrongSquare } from './scale.ts'
import { notSummed, summedOver, transposed } from './shapes.ts'
import type { SumAt } from './sumAt.ts'

export { SumAt } from './sumAt.ts'

/** The likeliest first. */
const SLIPS: readonly ((sum: SumAt) => Iterable<NumberSlip>)[] = [
  atBranches,
  notSummed,
  partialsOnly,
  otherPartial,
  handedOn,
  signs,
  values,
  nothing,
  wrongSquare,
  wrongMean,
  sharedOut,
  transposed,
  summedOver,
  allMoving,
  timesValue,
  factorsAdded,
  ofOtherNodes,
  valueForFactor,
  valueBesides,
]

/** In larger graphs nothing is guessed: each guess goes over all entries. */
const MOST_ENTRIES = 20_000

/** What a node’s adjoint or tangent becomes by a likely slip, the likeliest first. */
export function* slipsInSum(sum: SumAt): Generator<NumberSlip> {
  const { graph } = sum
  if (graph.offset[graph.size] > MOST_ENTRIES) return
  for (const [rank, slips] of SLIPS.entries()) for (const slip of slips(sum)) yield { ...slip, rank }
}
