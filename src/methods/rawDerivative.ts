import { CONSTANT, type Graph, INPUT, type NodeIndex } from '../graph/graph.ts'
import type { Expression } from '../language/syntax.ts'
import { type ParsedFormula, partialFormula } from '../primitives/formula.ts'
import { operandNames, primitiveAt } from '../primitives/index.ts'
import type { Primitive } from '../primitives/primitive.ts'
import { neededFor } from './tangentTerms.ts'
import { appliedExpression, infix, nameExpression, numberExpression } from './writeTerm.ts'

/** A value and its derivative, which is null where the input does not act. */
interface Pair {
  readonly value: Expression
  readonly derivative: Expression | null
}

/**
 * ∂output/∂input by the rules alone, v̇ = Σ ∂v/∂u · u̇ with nothing simplified. It is a tree to its readers, of as many
 * operations as `swell` counts; parts that are equal are one object in it.
 */
export function rawDerivative(graph: Graph, input: NodeIndex, output: NodeIndex): Expression {
  const names = new Map(graph.inputs.map(({ name, node }) => [node, name]))
  const pairs = new Map<NodeIndex, Pair>()
  for (const node of neededFor(graph, output)) {
    if (graph.op[node] === INPUT)
      pairs.set(node, {
        value: nameExpression(names.get(node) as string),
        derivative: node === input ? numberExpression(1) : null,
      })
    else if (graph.op[node] === CONSTANT)
      pairs.set(node, { value: numberExpression(graph.initial[graph.offset[node]]), derivative: null })
    else pairs.set(node, pairOf(graph, node, pairs))
  }
  return pairs.get(output)?.derivative ?? numberExpression(0)
}

function pairOf({ op, operand, firstEdge }: Graph, node: NodeIndex, pairs: ReadonlyMap<NodeIndex, Pair>): Pair {
  const primitive = primitiveAt(op[node]) as Primitive
  const operands = Array.from(operand.subarray(firstEdge[node], firstEdge[node + 1]), (u) => pairs.get(u) as Pair)
  const values = operands.map(({ value }) => value)
  const value = appliedExpression(primitive, values)
  const named = new Map(operandNames(primitive, operands.length).map((name, slot) => [name, values[slot]]))
  named.set('v', value)
  const terms = operands.flatMap(({ derivative }, slot) =>
    derivative ? [infix('*', substituted(partialFormula(primitive, slot, operands.length), named), derivative)] : [],
  )
  return { value, derivative: terms.length > 0 ? terms.reduce((sum, term) => infix('+', sum, term)) : null }
}

/** A formula with expressions for its names. */
function substituted({ steps }: ParsedFormula, named: ReadonlyMap<string, Expression>): Expression {
  const done: Expression[] = []
  for (const step of steps)
    if (step.kind === 'name') done.push(named.get(step.name) ?? step)
    else if (step.kind === 'call') done.push({ ...step, operands: done.splice(-step.operands.length) })
    else if (step.kind === 'prefix') done.push({ ...step, operand: done.pop() as Expression })
    else if (step.kind === 'infix') {
      const [left, right] = done.splice(-2)
      done.push({ ...step, left, right })
    } else done.push(step)
  return done[0]
}
