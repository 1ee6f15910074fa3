import { adjoint } from '../autodiff/adjoint.ts'
import { unitSeed } from '../autodiff/seeds.ts'
import { tangent } from '../autodiff/tangent.ts'
import { total } from '../costs/counts.ts'
import { countsOfPass } from '../costs/passCounts.ts'
import { countsOfPrimal } from '../costs/primalCounts.ts'
import type { Question } from './question.ts'

/** Operations, as the cost model counts, for one derivative. */
interface OperationsByMode {
  /** Of one evaluation. */
  readonly values: number
  /** Of values, local partials and one pass. */
  readonly forward: number
  readonly reverse: number
}

export function operationsByMode({ primal, from, to }: Question): OperationsByMode {
  const counts = countsOfPrimal(primal)
  const values = total(counts.values)
  const once = values + total(counts.partials)
  return {
    values,
    forward: once + total(countsOfPass(tangent(primal, unitSeed(primal.graph, from)))),
    reverse: once + total(countsOfPass(adjoint(primal, unitSeed(primal.graph, to)))),
  }
}
