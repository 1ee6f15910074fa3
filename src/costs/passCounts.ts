import type { Adjoint, Primal, Tangent } from '../autodiff/pass.ts'
import { eachNamed } from '../autodiff/point.ts'
import type { NodeIndex } from '../graph/graph.ts'
import type { PassCounts } from './counts.ts'
import type { Model } from './model.ts'
import { type Sweep, stepCounts, sweepCounts } from './sweepCounts.ts'

/** What a tangent or adjoint pass executed. */
export const countsOfPass = (pass: Tangent | Adjoint, model: Model = {}): PassCounts =>
  sweepCounts(sweepOf(pass, model))

/** What the step of one node executed in it. A pass executes what its steps do. */
export const countsOfStep = (pass: Tangent | Adjoint, node: NodeIndex, model: Model = {}): PassCounts =>
  stepCounts(sweepOf(pass, model), node)

function sweepOf({ primal, kind, seed, present }: Tangent | Adjoint, model: Model): Sweep {
  const mode = kind === 'tangent' ? 'forward' : 'reverse'
  return { primal, mode, model, words: present, seeds: seedsOf(primal, kind, seed, present.length), passes: 1 }
}

function seedsOf({ graph }: Primal, kind: 'tangent' | 'adjoint', seed: Tangent['seed'], entries: number): Uint8Array {
  const seeds = new Uint8Array(entries)
  const named = kind === 'tangent' ? graph.inputs : graph.outputs
  eachNamed(seed, named, kind === 'tangent' ? 'input' : 'output', graph, (entry, value) => {
    if (value !== 0) seeds[entry]++
  })
  return seeds
}
