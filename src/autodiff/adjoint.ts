import type { Adjoint, Numbers, Primal } from './pass.ts'
import { byName } from './point.ts'
import { seeded } from './seeds.ts'
import { pullAll, type Sums } from './sweep.ts'

/**
 * One adjoint pass: ū = Σ v̄ · ∂v/∂u over consumer edges, in reverse tape order. Each node hands its terms to its operands,
 * so that a sum grows from the seed in the order of `consumerEdge`. What the seed leaves out, or gives as 0, is absent:
 * it meets no partial. A name in the seed that is no output throws, and so does a value of another shape.
 */
export function adjoint(primal: Primal, seed: Readonly<Numbers>): Adjoint {
  const sums = seeded(primal, 'reverse', seed)
  pullAll(primal, sums)
  return adjointPass(primal, seed, sums)
}

/** The pass whose sums are complete. */
export const adjointPass = (primal: Primal, seed: Readonly<Numbers>, sums: Sums): Adjoint => ({
  ...{ kind: 'adjoint', primal, seed, ...sums, inputs: byName(sums.numbers, primal.graph.inputs, primal.graph) },
})
