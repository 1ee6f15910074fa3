import type { Adjoint, Numbers, Primal } from './pass.ts'
import { byName, eachNamed } from './point.ts'

/**
 * One adjoint pass: ū = Σ v̄ · ∂v/∂u over consumer edges, in reverse tape order. Each node hands its terms to its operands,
 * so that a sum grows from the seed in the order of `consumerEdge`. What the seed leaves out, or gives as 0, is absent:
 * it meets no partial. A name in the seed that is no output throws.
 */
export function adjoint(primal: Primal, seed: Readonly<Numbers>): Adjoint {
  const { graph, partials, live } = primal
  const numbers = new Float64Array(graph.size)
  const present = new Uint8Array(graph.size)
  eachNamed(seed, graph.outputs, 'output', (node, value) => {
    if (value === 0) return
    numbers[node] += value
    present[node] = 1
  })
  const { size, firstEdge, operand } = graph
  for (let node = size - 1; node >= 0; node--) {
    if (!present[node]) continue
    for (let edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++) {
      if (!live[edge]) continue
      const target = operand[edge]
      const term = numbers[node] * partials[edge]
      numbers[target] = present[target] ? numbers[target] + term : term
      present[target] = 1
    }
  }
  return { kind: 'adjoint', primal, seed, numbers, present, inputs: byName(numbers, graph.inputs) }
}
