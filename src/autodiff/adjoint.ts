import type { Adjoint, Numbers, Primal } from './pass.ts'
import { byName, eachNamed } from './point.ts'
import { noSums, pullAll } from './sweep.ts'

/**
 * One adjoint pass: ū = Σ v̄ · ∂v/∂u over consumer edges, in reverse tape order. Each node hands its terms to its operands,
 * so that a sum grows from the seed in the order of `consumerEdge`. What the seed leaves out, or gives as 0, is absent:
 * it meets no partial. A name in the seed that is no output throws, and so does a value of another shape.
 */
export function adjoint(primal: Primal, seed: Readonly<Numbers>): Adjoint {
  const { graph } = primal
  const sums = noSums(primal)
  eachNamed(seed, graph.outputs, 'output', graph, (entry, value) => {
    if (value === 0) return
    sums.numbers[entry] += value
    sums.present[entry] = 1
  })
  pullAll(primal, sums)
  return { kind: 'adjoint', primal, seed, ...sums, inputs: byName(sums.numbers, graph.inputs, graph) }
}
