import type { AdjointTangents } from '../autodiff/second/adjointTangents.ts'
import type { FormulaPass } from '../autodiff/second/formulaTangent.ts'
import { givenTerms, presentAmong } from '../autodiff/second/givenTerms.ts'
import type { ForwardOverReverse } from '../autodiff/second/hessian.ts'
import { type EdgeIndex, type NodeIndex, PLAIN } from '../graph/graph.ts'
import { entryCount } from '../graph/nodes.ts'
import { type Counts, OperationTally, sumOf } from './counts.ts'
import { isMultiplied, valuesCost } from './nodeCost.ts'
import { countsOfPass } from './passCounts.ts'
import { seedsInside, sweepCounts } from './sweepCounts.ts'

/** What a Hessian-vector product takes beside the primal pass with its partials. */
export interface SecondCounts {
  readonly tangent: Counts
  readonly adjoint: Counts
  readonly adjointTangents: Counts
  readonly all: Counts
}

export function countsOfSecond(second: ForwardOverReverse): SecondCounts {
  const [tangent, adjoint] = [sumOf(countsOfPass(second.tangent)), sumOf(countsOfPass(second.adjoint))]
  const adjointTangents = countsOfRun(second)
  return { tangent, adjoint, adjointTangents, all: sumOf(tangent, adjoint, adjointTangents) }
}

/** What v̄̇ takes: the tangents of partials, and the terms that they and the partials give. */
function countsOfRun(run: AdjointTangents): Counts {
  const { primal, adjointTangents, met } = run
  const tally = new OperationTally()
  for (const formula of met.formulas) tally.add(countsOfFormula(formula))
  for (const [node, inner] of met.inside) tally.add(countsInside(run, node, inner))
  for (let edge = 0; edge < primal.graph.operand.length; edge++) addTermsAlong(run, edge, tally)
  // k terms of an entry take k − 1 additions.
  return tally.add({ additions: -presentAmong(adjointTangents.present) }).operations
}

/** A formula's value and its tangent: nothing of it is kept. */
function countsOfFormula({ primal, seeds, present }: FormulaPass): Counts {
  const sweep = { primal, mode: 'forward', model: { partials: 'each pass' }, words: present, seeds, passes: 1 } as const
  return sumOf(valuesCost(primal.graph), sweepCounts(sweep))
}

function countsInside(
  { primal, tangent, adjoint, adjointTangents }: AdjointTangents,
  node: NodeIndex,
  inner: AdjointTangents,
): Counts {
  const { graph } = primal
  const tally = new OperationTally().add(countsOfRun(inner))
  // What enters at the end of the module is a seed there, which meets its terms with an addition.
  tally.add({ additions: presentAmong(adjointTangents.present, graph.offset[node], entryCount(graph, node)) })
  // With arrays these are the passes that the passes outside took; between numbers they are taken for this alone.
  if (graph.plan[node] !== PLAIN) return tally.operations
  const within = { primal: inner.primal, model: {}, passes: 1 }
  const [forward, reverse] = [
    seedsInside(primal, 'forward', node, tangent.present),
    seedsInside(primal, 'reverse', node, adjoint.present),
  ]
  tally.add(sweepCounts({ ...within, mode: 'forward', words: inner.tangent.present, seeds: forward }))
  tally.add(sweepCounts({ ...within, mode: 'reverse', words: inner.adjoint.present, seeds: reverse }))
  return tally.operations
}

/** The terms v̄̇·p and v̄·ṗ of one edge, with an addition for each. */
function addTermsAlong(run: AdjointTangents, edge: EdgeIndex, tally: OperationTally): void {
  const { ready, reached, moving } = givenTerms(run, edge)
  addTerms(tally, ready, false)
  addTerms(tally, reached, isMultiplied(run.primal.graph, edge))
  addTerms(tally, moving, true)
}

function addTerms(tally: OperationTally, terms: number, isProduct: boolean): void {
  if (terms > 0) tally.add({ terms, additions: terms, multiplications: isProduct ? terms : 0 })
}
