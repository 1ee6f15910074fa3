import type { Numbers, Primal, Tangent } from './pass.ts'
import { byName, eachNamed } from './point.ts'

/**
 * One tangent pass: v̇ = Σ ∂v/∂u · u̇ over operand edges, in tape order. What the seed leaves out, or gives as 0, is absent:
 * it meets no partial. A name in the seed that is no input throws.
 */
export function tangent(primal: Primal, seed: Readonly<Numbers>): Tangent {
  const { graph, partials, live } = primal
  const numbers = new Float64Array(graph.size)
  const present = new Uint8Array(graph.size)
  eachNamed(seed, graph.inputs, 'input', (node, value) => {
    numbers[node] = value
    present[node] = value === 0 ? 0 : 1
  })
  const { size, firstEdge, operand } = graph
  for (let node = 0; node < size; node++)
    for (let edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++) {
      const source = operand[edge]
      if (!live[edge] || !present[source]) continue
      const term = partials[edge] * numbers[source]
      numbers[node] = present[node] ? numbers[node] + term : term
      present[node] = 1
    }
  return { kind: 'tangent', primal, seed, numbers, present, outputs: byName(numbers, graph.outputs) }
}
