import { adjoint, tangent, unitSeed } from '../../../../core.ts'
import { total } from '../../../../costs/counts.ts'
import { countsOfPass } from '../../../../costs/passCounts.ts'
import { countsOfPrimal } from '../../../../costs/primalCounts.ts'
import type { Question } from '../question.ts'

/** Operations, as the cost model counts, for one derivative. */
export interface OperationCounts {
  /** Of one evaluation. */
  readonly values: number
  /** Of values, local partials and one pass. */
  readonly forward: number
  readonly reverse: number
}

export function operationsOf({ primal, from, to }: Question): OperationCounts {
  const counts = countsOfPrimal(primal)
  const values = total(counts.values)
  const once = values + total(counts.partials)
  return {
    values,
    forward: once + total(countsOfPass(tangent(primal, unitSeed(primal.graph, from)))),
    reverse: once + total(countsOfPass(adjoint(primal, unitSeed(primal.graph, to)))),
  }
}
