import { CLOSED, type EdgeIndex, type Graph, type NodeIndex, PLAIN } from '../graph/graph.ts'
import { shapeAt } from '../graph/nodes.ts'
import { closedAt, operationOf } from '../graph/operations.ts'
import { parse } from '../language/parse.ts'
import type { Expression, Index, InfixOperator, Keyword } from '../language/syntax.ts'
import { type EdgeViews, isArrayPrimitive, type Operation } from '../primitives/arrayPrimitive.ts'
import { formulaOf, negation, stacking, subscripting, viewsOf } from '../primitives/index.ts'
import type { Primitive } from '../primitives/primitive.ts'
import type { Attributes, AxisIndex, PlanKind } from '../primitives/wiring.ts'

export type Derivative = 'tangent' | 'adjoint'

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
export const partialFormula = formulaOf

/** What formulas call the operands of a primitive. */
export const operandName = ({ arity }: Primitive, slot: number): string =>
  typeof arity === 'number' ? 'xy'[slot] : `x${slot + 1}`

/** The formula of an edge's local partial between numbers; null between arrays, and into a closed module. */
export const edgeFormula = (graph: Graph, edge: EdgeIndex): string | null =>
  graph.plan[graph.consumer[edge]] === PLAIN ? entryFormula(graph, edge) : null

/** The formula of an edge's local partials between entries that belong together; null where the operation is no elementwise one. */
export function entryFormula(graph: Graph, edge: EdgeIndex): string | null {
  const node = graph.consumer[edge]
  const operation = operationOf(graph, node)
  if (!operation || isArrayPrimitive(operation) || wayOf(graph, node) === 'reduction') return null
  return formulaOf(operation, slotOf(graph, edge), operandCountOf(graph, node))
}

/** How a node computes: from numbers, as its plan says, or by what is inside. */
export function wayOf({ plan, plans, op }: Graph, node: NodeIndex): PlanKind | 'number' | 'module' {
  if (op[node] >= CLOSED) return 'module'
  return plan[node] === PLAIN ? 'number' : plans[plan[node]].kind
}

/** Of an edge between arrays, what it does to tangents and adjoints; null into a closed module. */
export function edgeViews(graph: Graph, edge: EdgeIndex): EdgeViews | null {
  const node = graph.consumer[edge]
  const operation = operationOf(graph, node)
  if (!operation) return null
  const shapes = operandsOf(graph, node).map((operand) => shapeAt(graph, operand))
  return viewsOf(operation, slotOf(graph, edge), shapes, attributesAt(graph, node))
}

export const slotOf = (graph: Graph, edge: EdgeIndex): number => edge - graph.firstEdge[graph.consumer[edge]]

export const operandsOf = (graph: Graph, node: NodeIndex): NodeIndex[] => [
  ...graph.operand.subarray(graph.firstEdge[node], graph.firstEdge[node + 1]),
]

const operandCountOf = ({ firstEdge }: Graph, node: NodeIndex): number => firstEdge[node + 1] - firstEdge[node]

/** What the node's call fixes. */
export const attributesAt = ({ attribute, attributes }: Graph, node: NodeIndex): Attributes =>
  attributes[attribute[node]]

/** The node that a formula of the node's operation means by a name: an operand, or itself; undefined for `pi` and the like. */
export function nodeMeant(graph: Graph, node: NodeIndex, name: string): NodeIndex | undefined {
  if (name === 'v') return node
  const slot = slotNamed(name, operandCountOf(graph, node))
  return slot === undefined ? undefined : graph.operand[graph.firstEdge[node] + slot]
}

/** `x` and `y`, or `x1`, `x2`, …: operations of up to two operands may use either. */
function slotNamed(name: string, count: number): number | undefined {
  const slot = name.length === 1 ? 'xy'.indexOf(name) : Number(/^x(\d+)$/.exec(name)?.[1] ?? 0) - 1
  return slot >= 0 && slot < count ? slot : undefined
}

const NOWHERE = { from: 0, to: 0 }
const named = (name: string): Expression => ({ kind: 'name', name, ...NOWHERE })

/** More operands than this are not shown one by one. */
const MOST_OPERANDS = 8

/** What the node computes, in the language, with its operands named as in formulas, and with what its call fixes. */
export function operationTree(graph: Graph, node: NodeIndex): Expression {
  const count = operandCountOf(graph, node)
  const operation = operationOf(graph, node)
  if (!operation) return called(closedAt(graph, node).name, shortened(namesOf(count)))
  const operands = namesOf(count)
  if (operation === negation) return { kind: 'prefix', operator: '-', operand: operands[0], ...NOWHERE }
  if (operation.operator && count === 2)
    return {
      kind: 'infix',
      operator: operation.operator as InfixOperator,
      left: operands[0],
      right: operands[1],
      ...NOWHERE,
    }
  return withAttributes(operation, shortened(operands), attributesAt(graph, node))
}

const namesOf = (count: number): Expression[] =>
  Array.from({ length: count }, (_, slot) => named(count > 2 ? `x${slot + 1}` : 'xy'[slot]))

function withAttributes(operation: Operation, operands: Expression[], attributes: Attributes): Expression {
  const { axis, keepdims, shape, axes, index, stride } = attributes
  if (operation === subscripting)
    return { kind: 'subscript', target: operands[0], indices: (index ?? []).map(indexOf), ...NOWHERE }
  if (operation === stacking && (axis ?? 0) === 0) return { kind: 'array', items: operands, ...NOWHERE }
  const list = shape ?? axes
  return called(operation.name, list ? [...operands, listOf(list)] : operands, [
    ...(axis === undefined ? [] : [keyword('axis', number(axis))]),
    ...(keepdims ? [keyword('keepdims', named('True'))] : []),
    ...(stride === undefined ? [] : [keyword('stride', number(stride))]),
  ])
}

const called = (callee: string, operands: Expression[], keywords: Keyword[] = []): Expression => ({
  ...{ kind: 'call', callee, calleeSpan: NOWHERE, operands, keywords, ...NOWHERE },
})
const number = (value: number): Expression => ({ kind: 'number', value, ...NOWHERE })
const listOf = (numbers: readonly number[]): Expression => ({ kind: 'array', items: numbers.map(number), ...NOWHERE })
const keyword = (name: string, value: Expression): Keyword => ({ name, nameSpan: NOWHERE, value, ...NOWHERE })
const indexOf = (index: AxisIndex): Index =>
  'at' in index ? { kind: 'at', value: index.at, ...NOWHERE } : { kind: 'slice', ...index, ...NOWHERE }

const shortened = (operands: Expression[]): Expression[] =>
  operands.length <= MOST_OPERANDS ? operands : [...operands.slice(0, MOST_OPERANDS - 1), named('…')]

/** Whether the formula chooses between cases. Where the point is known, its number says more. */
export const isPiecewise = (formula: string | null): boolean => formula?.includes('where(') ?? false

/** The nodes whose values the term along an edge asks for, in order of appearance: all operands of a closed module. */
export function partialReads(graph: Graph, edge: EdgeIndex, kind: Derivative): NodeIndex[] {
  const node = graph.consumer[edge]
  const names = namesRead(graph, edge, kind)
  if (!names) return operandsOf(graph, node)
  const nodes = names.map((name) => nodeMeant(graph, node, name)).filter((meant) => meant !== undefined)
  return [...new Set(nodes)]
}

function namesRead(graph: Graph, edge: EdgeIndex, kind: Derivative): readonly string[] | null {
  const formula = edgeFormula(graph, edge)
  if (formula !== null) return namesIn(formulaTree(formula))
  const rule = edgeViews(graph, edge)?.[kind === 'tangent' ? 'push' : 'pull']
  if (!rule) return null
  return 'formula' in rule ? namesIn(formulaTree(rule.formula)) : (rule.words.match(/\b\w+\b/g) ?? [])
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
    else if (e.kind === 'array') rest.push(...[...e.items].reverse())
    else if (e.kind === 'subscript') rest.push(e.target)
  }
  return names
}
