import { CONSTANT, type Graph, INPUT, type NodeIndex } from '../graph/graph.ts'
import { partialFormula } from '../primitives/formula.ts'
import { operandNames, primitiveAt } from '../primitives/index.ts'
import type { Primitive } from '../primitives/primitive.ts'
import { type Algebra, ZERO_TERM } from './algebra.ts'
import { formulaTerm } from './formula.ts'
import { isZero, type SymbolicTerm } from './term.ts'

/** A value and its derivative, as expressions. */
export interface TermPair {
  readonly value: SymbolicTerm
  readonly derivative: SymbolicTerm
}

/** The nodes that a node is computed from, itself included, in tape order. */
export function neededFor({ firstEdge, operand, size }: Graph, end: NodeIndex): NodeIndex[] {
  const needed = new Uint8Array(size)
  needed[end] = 1
  const nodes: NodeIndex[] = []
  for (let node = end; node >= 0; node--) {
    if (!needed[node]) continue
    nodes.push(node)
    for (let edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++) needed[operand[edge]] = 1
  }
  return nodes.reverse()
}

/**
 * Forward mode with expressions for numbers: v̇ = Σ ∂v/∂u · u̇, whose partials are the formulas of the primitives.
 * `leaf` gives the pairs of inputs, `kept` what a value is called from then on.
 */
export function tangentTerms(
  graph: Graph,
  nodes: readonly NodeIndex[],
  algebra: Algebra,
  leaf: (input: NodeIndex) => TermPair,
  kept: (node: NodeIndex, value: SymbolicTerm) => SymbolicTerm = (_, value) => value,
): Map<NodeIndex, TermPair> {
  const pairs = new Map<NodeIndex, TermPair>()
  const { op, initial, offset, operand, firstEdge } = graph
  for (const node of nodes) {
    if (op[node] === INPUT) pairs.set(node, leaf(node))
    else if (op[node] === CONSTANT)
      pairs.set(node, { value: algebra.number(initial[offset[node]]), derivative: ZERO_TERM })
    else {
      const read = Array.from(operand.subarray(firstEdge[node], firstEdge[node + 1]))
      const operands = read.map((source) => pairs.get(source) as TermPair)
      const value = kept(
        node,
        algebra.apply(
          primitiveAt(op[node]) as Primitive,
          operands.map((pair) => pair.value),
        ),
      )
      pairs.set(node, { value, derivative: tangentOf(algebra, op[node], operands, value) })
    }
  }
  return pairs
}

function tangentOf(algebra: Algebra, op: number, operands: readonly TermPair[], value: SymbolicTerm): SymbolicTerm {
  const primitive = primitiveAt(op) as Primitive
  const count = operands.length
  const names = new Map(operandNames(primitive, count).map((name, slot) => [name, operands[slot].value]))
  names.set('v', value)
  let sum = ZERO_TERM
  for (const [slot, { derivative }] of operands.entries())
    if (!isZero(derivative)) {
      const partial = formulaTerm(algebra, partialFormula(primitive, slot, count), names)
      sum = algebra.sum(sum, algebra.product(derivative, partial))
    }
  return sum
}
