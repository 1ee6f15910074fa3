import type { Primal } from '../../autodiff/pass.ts'
import type { NodeIndex } from '../../graph/graph.ts'
import { primitiveAt } from '../../primitives/index.ts'
import type { Primitive } from '../../primitives/primitive.ts'

/** All that the tangent of a node comes from: v̇ = Σ ∂v/∂u · u̇. */
export interface LocalStep {
  readonly primitive: Primitive
  readonly operands: readonly number[]
  /** By slot: u̇, and whether the input acts on the operand. */
  readonly tangents: readonly number[]
  readonly varies: readonly boolean[]
  /** By slot: whether the operand is computed, not an input or constant. */
  readonly isInner: readonly boolean[]
  readonly partials: readonly number[]
  readonly value: number
  readonly tangent: number
  /** The value of the input. */
  readonly input: number
}

/** The step at a node that computes something, given the tangents of the nodes before it. */
export function localStep(
  { graph, values, partials }: Primal,
  node: NodeIndex,
  tangents: ArrayLike<number>,
  present: ArrayLike<number>,
  input: NodeIndex,
): LocalStep {
  const { firstEdge, operand, op, firstPartial } = graph
  const edges = Array.from({ length: firstEdge[node + 1] - firstEdge[node] }, (_, slot) => firstEdge[node] + slot)
  const read = edges.map((edge) => operand[edge])
  return {
    primitive: primitiveAt(op[node]) as Primitive,
    operands: read.map((source) => values[source]),
    tangents: read.map((source) => (present[source] ? tangents[source] : 0)),
    varies: read.map((source) => present[source] === 1),
    isInner: read.map((source) => op[source] >= 0),
    partials: edges.map((edge) => partials[firstPartial[edge]]),
    value: values[node],
    tangent: tangents[node],
    input: values[input],
  }
}
