import type { Adjoint, Tangent } from '../autodiff/pass.ts'
import { type Counts, OperationTally, type PassCounts, sumOf } from './counts.ts'
import type { Model } from './model.ts'
import { countsOfPass } from './passCounts.ts'

/** What several passes take that travel along together. */
export interface VectorCounts {
  /** All directions together. Partials that are evaluated in each pass are evaluated once. */
  readonly counts: PassCounts
  /** How many partials are read: in one traversal, and in a pass for each seed. */
  readonly partialsRead: { readonly together: number; readonly apart: number }
}

/** Of passes of one mode at one point. */
export function countsTogether(passes: readonly (Tangent | Adjoint)[], model: Model = {}): VectorCounts {
  if (passes.length === 0) return { counts: new OperationTally().counts, partialsRead: { together: 0, apart: 0 } }
  const counted = new OperationTally()
  for (const pass of passes) counted.add(countsOfPass(pass))
  const apart = counted.terms
  const present = Uint8Array.from(passes[0].present, (_, entry) => Number(passes.some((pass) => pass.present[entry])))
  const union = { ...passes[0], present }
  counted.add(partialsOf(union, model))
  return { counts: counted.counts, partialsRead: { together: countsOfPass(union).terms, apart } }
}

/** What evaluating partials adds to a pass. */
function partialsOf(pass: Tangent | Adjoint, model: Model): Counts {
  const [anew, kept] = [countsOfPass(pass, model), countsOfPass(pass)]
  return sumOf(new OperationTally().add(anew).add(kept, -1).operations)
}
