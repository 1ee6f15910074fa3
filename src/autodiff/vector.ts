import { type Counts, type PassCounts, sumOf, Tally } from '../costs/counts.ts'
import type { Model } from '../costs/model.ts'
import { countsOfPass } from '../costs/passCounts.ts'
import type { Adjoint, Numbers, Primal, Tangent } from './pass.ts'
import { byName, eachNamed } from './point.ts'
import { isLive, noSums, pull, push, type Sums } from './sweep.ts'

/** Several directions in one traversal of the tape: each edge is visited once, and its partials are read once for all. */
export interface Vector<Pass> {
  /** One for each seed, with the numbers that it has in a pass of its own. */
  readonly passes: readonly Pass[]
  /** All directions together. Partials that are evaluated in each pass are evaluated once. */
  readonly counts: PassCounts
  /** How many partials are read: in one traversal, and in a pass for each seed. */
  readonly partialsRead: { readonly together: number; readonly apart: number }
}

/** Vector forward mode: a tangent for each seed travels along. */
export function tangents(primal: Primal, seeds: readonly Readonly<Numbers>[], model: Model = {}): Vector<Tangent> {
  const { graph } = primal
  const sums = seeds.map((seed) => seeded(primal, seed, 'input'))
  for (let node = 0; node < graph.size; node++) visit(primal, node, sums, push)
  const passes = seeds.map(
    (seed, i): Tangent => ({
      ...{ kind: 'tangent', primal, seed, ...sums[i], outputs: byName(sums[i].numbers, graph.outputs, graph) },
    }),
  )
  return { passes, ...together(primal, passes, model) }
}

/** Vector reverse mode: an adjoint for each seed travels along. */
export function adjoints(primal: Primal, seeds: readonly Readonly<Numbers>[], model: Model = {}): Vector<Adjoint> {
  const { graph } = primal
  const sums = seeds.map((seed) => seeded(primal, seed, 'output'))
  for (let node = graph.size - 1; node >= 0; node--) visit(primal, node, sums, pull)
  const passes = seeds.map(
    (seed, i): Adjoint => ({
      ...{ kind: 'adjoint', primal, seed, ...sums[i], inputs: byName(sums[i].numbers, graph.inputs, graph) },
    }),
  )
  return { passes, ...together(primal, passes, model) }
}

function visit(primal: Primal, node: number, sums: readonly Sums[], move: typeof push): void {
  const { firstEdge } = primal.graph
  for (let edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++)
    if (isLive(primal, edge)) for (const each of sums) move(primal, edge, each)
}

function seeded(primal: Primal, seed: Readonly<Numbers>, kind: 'input' | 'output'): Sums {
  const { graph } = primal
  const sums = noSums(primal)
  eachNamed(seed, kind === 'input' ? graph.inputs : graph.outputs, kind, graph, (entry, value) => {
    if (value === 0) return
    sums.numbers[entry] += value
    sums.present[entry] = 1
  })
  return sums
}

function together(primal: Primal, passes: readonly (Tangent | Adjoint)[], model: Model): Omit<Vector<never>, 'passes'> {
  if (passes.length === 0) return { counts: new Tally().counts, partialsRead: { together: 0, apart: 0 } }
  const counted = new Tally()
  for (const pass of passes) counted.add(countsOfPass(pass))
  const apart = counted.terms
  const present = Uint8Array.from(passes[0].present, (_, entry) => Number(passes.some((pass) => pass.present[entry])))
  const union = { ...passes[0], primal, present }
  counted.add(partialsOf(union, model))
  return { counts: counted.counts, partialsRead: { together: countsOfPass(union).terms, apart } }
}

/** What evaluating partials adds to a pass. */
function partialsOf(pass: Tangent | Adjoint, model: Model): Counts {
  const [anew, kept] = [countsOfPass(pass, model), countsOfPass(pass)]
  return sumOf(new Tally().add(anew).add(kept, -1).operations)
}
