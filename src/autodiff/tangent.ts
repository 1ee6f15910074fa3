import type { Numbers, Primal, Tangent } from './pass.ts'
import { byName } from './point.ts'
import { seeded } from './seeds.ts'
import { pushAll, type Sums } from './sweep.ts'

/**
 * One tangent pass: v̇ = Σ ∂v/∂u · u̇ over operand edges, in tape order. What the seed leaves out, or gives as 0, is absent:
 * it meets no partial. A name in the seed that is no input throws, and so does a value of another shape.
 */
export function tangent(primal: Primal, seed: Readonly<Numbers>): Tangent {
  const sums = seeded(primal, 'forward', seed)
  pushAll(primal, sums)
  return tangentPass(primal, seed, sums)
}

/** The pass whose sums are complete. */
export const tangentPass = (primal: Primal, seed: Readonly<Numbers>, sums: Sums): Tangent => ({
  ...{ kind: 'tangent', primal, seed, ...sums, outputs: byName(sums.numbers, primal.graph.outputs, primal.graph) },
})
