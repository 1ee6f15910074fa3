import type { Numbers, Primal, Tangent } from './pass.ts'
import { byName, eachNamed } from './point.ts'
import { noSums, pushAll } from './sweep.ts'

/**
 * One tangent pass: v̇ = Σ ∂v/∂u · u̇ over operand edges, in tape order. What the seed leaves out, or gives as 0, is absent:
 * it meets no partial. A name in the seed that is no input throws, and so does a value of another shape.
 */
export function tangent(primal: Primal, seed: Readonly<Numbers>): Tangent {
  const { graph } = primal
  const sums = noSums(primal)
  eachNamed(seed, graph.inputs, 'input', graph, (entry, value) => {
    sums.numbers[entry] = value
    sums.present[entry] = value === 0 ? 0 : 1
  })
  pushAll(primal, sums)
  return { kind: 'tangent', primal, seed, ...sums, outputs: byName(sums.numbers, graph.outputs, graph) }
}
