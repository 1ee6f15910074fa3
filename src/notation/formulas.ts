import type { EdgeIndex, Graph, NodeIndex } from '../graph/graph.ts'
import { parse } from '../language/parse.ts'
import type { Expression, InfixOperator } from '../language/syntax.ts'
import type { Primitive } from '../primitives/primitive.ts'
import { primitiveOf } from './symbols.ts'

const parsed = new Map<string, Expression>()

/** A formula of the registry as a tree. */
export function formulaTree(formula: string): Expression {
  const known = parsed.get(formula)
  if (known) return known
  const statement = parse(formula).program.statements[0]
  if (statement?.kind !== 'expression') throw new Error(`Not a formula: ${formula}`)
  parsed.set(formula, statement.value)
  return statement.value
}

/** The local partial of a primitive by one of its slots, in the language. */
export function partialFormula(primitive: Primitive, slot: number, count: number): string {
  if (primitive.arity === 1) return primitive.formulas[0]
  if (primitive.arity === 2) return primitive.formulas[slot as 0 | 1]
  return primitive.formula(slot, count)
}

/** What formulas call the operands of a primitive. */
export const operandName = ({ arity }: Primitive, slot: number): string =>
  typeof arity === 'number' ? 'xy'[slot] : `x${slot + 1}`

/** The formula of an edge's local partial. */
export function edgeFormula(graph: Graph, edge: EdgeIndex): string {
  const node = graph.consumer[edge]
  const first = graph.firstEdge[node]
  return partialFormula(primitiveOf(graph, node) as Primitive, edge - first, graph.firstEdge[node + 1] - first)
}

/** The node that a formula of the node's primitive means by a name: an operand, or itself; undefined for `pi` and the like. */
export function nodeMeant(graph: Graph, node: NodeIndex, name: string): NodeIndex | undefined {
  if (name === 'v') return node
  const primitive = primitiveOf(graph, node) as Primitive
  const first = graph.firstEdge[node]
  const slot = typeof primitive.arity === 'number' ? 'xy'.indexOf(name) : Number(/^x(\d+)$/.exec(name)?.[1] ?? 0) - 1
  return slot >= 0 && first + slot < graph.firstEdge[node + 1] ? graph.operand[first + slot] : undefined
}

const NOWHERE = { from: 0, to: 0 }
const named = (name: string): Expression => ({ kind: 'name', name, ...NOWHERE })

/** More operands than this are not shown one by one. */
const MOST_OPERANDS = 8

/** What the node computes, in the language, with its operands named as in formulas. */
export function operationTree(graph: Graph, node: NodeIndex): Expression {
  const primitive = primitiveOf(graph, node) as Primitive
  const count = graph.firstEdge[node + 1] - graph.firstEdge[node]
  const operands = Array.from({ length: count }, (_, slot) => named(operandName(primitive, slot)))
  const { operator, name } = primitive
  if (operator && primitive.arity === 1) return { kind: 'prefix', operator: '-', operand: operands[0], ...NOWHERE }
  if (operator && primitive.arity === 2)
    return { kind: 'infix', operator: operator as InfixOperator, left: operands[0], right: operands[1], ...NOWHERE }
  return { kind: 'call', callee: name, calleeSpan: NOWHERE, operands: shortened(operands), keywords: [], ...NOWHERE }
}

const shortened = (operands: Expression[]): Expression[] =>
  operands.length <= MOST_OPERANDS ? operands : [...operands.slice(0, MOST_OPERANDS - 1), named('…')]

/** Whether the formula chooses between cases. Where the point is known, its number says more. */
export const isPiecewise = (formula: string): boolean => formula.includes('where(')

/** The nodes whose values a formula of the edge's local partial asks for, in order of appearance. */
export function partialReads(graph: Graph, edge: EdgeIndex): NodeIndex[] {
  const node = graph.consumer[edge]
  const reads = new Set<NodeIndex>()
  for (const name of namesIn(formulaTree(edgeFormula(graph, edge)))) {
    const meant = nodeMeant(graph, node, name)
    if (meant !== undefined) reads.add(meant)
  }
  return [...reads]
}

/** Formulas are short: recursion is safe, but one of many operands can be long and flat, so it is a stack. */
function namesIn(expression: Expression): string[] {
  const names: string[] = []
  const rest = [expression]
  for (let e = rest.pop(); e; e = rest.pop()) {
    if (e.kind === 'name') names.push(e.name)
    else if (e.kind === 'prefix') rest.push(e.operand)
    else if (e.kind === 'infix') rest.push(e.right, e.left)
    else if (e.kind === 'call') rest.push(...[...e.operands].reverse())
  }
  return names
}
