import type { Primal } from '../autodiff/pass.ts'
import type { NodeIndex } from '../graph/graph.ts'
import type { Counts } from './counts.ts'
import { valueCost, valuesCost } from './nodeCost.ts'
import { partialsAt, partialsOfAll } from './sweepCounts.ts'

/** What a primal pass executes: values, and the local partials that it keeps. */
export interface PrimalCounts {
  readonly values: Counts
  readonly partials: Counts
}

export function countsOfPrimal(primal: Primal): PrimalCounts {
  return { values: valuesCost(primal.graph), partials: partialsOfAll(primal) }
}

/** What one step of it executes. */
export const countsOfPrimalStep = (primal: Primal, node: NodeIndex): PrimalCounts => ({
  values: valueCost(primal.graph, node),
  partials: partialsAt(primal, node),
})
