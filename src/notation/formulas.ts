import { CLOSED, type EdgeIndex, type Graph, type NodeIndex, PLAIN } from '../graph/graph.ts'
import { shapeAt } from '../graph/nodes.ts'
import { nodeMeant, operandNamesAt } from '../graph/operandNames.ts'
import { closedAt, operationOf } from '../graph/operations.ts'
import type { Call, Expression, Index, InfixOperator, Keyword } from '../language/syntax.ts'
import { type EdgeViews, isArrayPrimitive, type Operation } from '../primitives/arrayPrimitive.ts'
import { readFormula } from '../primitives/formula.ts'
import { formulaOf, negation, stacking, subscripting, viewsOf } from '../primitives/index.ts'
import { reduces } from '../primitives/plan.ts'
import type { Value } from '../primitives/value.ts'
import type { Attributes, AxisIndex, PlanKind } from '../primitives/wiring.ts'

export type DerivativeKind = 'tangent' | 'adjoint'

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
  const shapes = operandNodes(graph, node).map((operand) => shapeAt(graph, operand))
  return viewsOf(operation, slotOf(graph, edge), shapes, attributesAt(graph, node))
}

export const slotOf = (graph: Graph, edge: EdgeIndex): number => edge - graph.firstEdge[graph.consumer[edge]]

export const operandNodes = (graph: Graph, node: NodeIndex): NodeIndex[] => [
  ...graph.operand.subarray(graph.firstEdge[node], graph.firstEdge[node + 1]),
]

const operandCountOf = ({ firstEdge }: Graph, node: NodeIndex): number => firstEdge[node + 1] - firstEdge[node]

/** What the node's call fixes. */
const attributesAt = ({ attribute, attributes }: Graph, node: NodeIndex): Attributes => attributes[attribute[node]]

const NOWHERE = { from: 0, to: 0 }
const named = (name: string): Expression => ({ kind: 'name', name, ...NOWHERE })

/** More operands than this are not shown one by one. */
const MOST_OPERANDS = 8

/** What the node computes, in the language, with its operands named as in formulas, and with what its call fixes. */
export function operationTree(graph: Graph, node: NodeIndex): Expression {
  const operation = operationOf(graph, node)
  const operands = operandNamesAt(graph, node).map(named)
  if (!operation) return { ...called(closedAt(graph, node).name, shortened(operands)), isOwn: true }
  if (operation === negation) return { kind: 'prefix', operator: '-', operand: operands[0], ...NOWHERE }
  if (operation.operator && operands.length === 2)
    return {
      kind: 'infix',
      operator: operation.operator as InfixOperator,
      left: operands[0],
      right: operands[1],
      ...NOWHERE,
    }
  return withAttributes(operation, shortened(operands), attributesAt(graph, node))
}

function withAttributes(operation: Operation, operands: Expression[], attributes: Attributes): Expression {
  const { axis, keepdims, shape, axes, index, stride, size, k, n, widths, value, subscripts } = attributes
  if (operation === subscripting) return subscriptTree(operands[0], index ?? [])
  if (operation === stacking && (axis ?? 0) === 0) return { kind: 'array', items: operands, ...NOWHERE }
  const ofReduction = reduces(operation) ? axes : undefined
  const fixed = shape ?? (ofReduction ? undefined : axes) ?? size ?? n ?? widths
  const given = [
    ...operands,
    ...(fixed === undefined ? [] : [literal(fixed)]),
    ...(index === undefined ? [] : [named('…')]),
  ]
  const call = called(operation.name, given, [
    ...(axis === undefined ? [] : [keyword('axis', number(axis))]),
    ...(ofReduction === undefined ? [] : [keyword('axis', literal(ofReduction))]),
    ...(keepdims ? [keyword('keepdims', named('True'))] : []),
    ...(stride === undefined ? [] : [keyword('stride', number(stride))]),
    ...(k === undefined ? [] : [keyword('k', number(k))]),
    ...(value === undefined ? [] : [keyword('value', number(value))]),
  ])
  return subscripts === undefined ? call : { ...call, text: subscripts }
}

const called = (callee: string, operands: Expression[], keywords: Keyword[] = []): Call => ({
  ...{ kind: 'call', callee, calleeSpan: NOWHERE, operands, keywords, ...NOWHERE },
})
const number = (value: number): Expression => ({ kind: 'number', value, ...NOWHERE })
const literal = (value: Value): Expression =>
  typeof value === 'number' ? number(value) : { kind: 'array', items: value.map(literal), ...NOWHERE }
const keyword = (name: string, value: Expression): Keyword => ({ name, nameSpan: NOWHERE, value, ...NOWHERE })

/** As it is written; of a mask, and of more places than these, only that they are there. */
const subscriptTree = (target: Expression, index: readonly AxisIndex[]): Expression => ({
  ...{ kind: 'subscript', target, indices: index.map(indexTree), ...NOWHERE },
})

const MOST_PLACES = 6

function indexTree(part: AxisIndex): Index {
  if ('at' in part) return { kind: 'at', value: part.at, ...NOWHERE }
  if ('start' in part) return { kind: 'slice', ...part, ...NOWHERE }
  if ('newaxis' in part) return { kind: 'newaxis', ...NOWHERE }
  if ('ellipsis' in part) return { kind: 'ellipsis', ...NOWHERE }
  const isShort = 'places' in part && countOf(part.places) <= MOST_PLACES
  return { kind: 'known', value: isShort ? literal(part.places) : named('…'), ...NOWHERE }
}

const countOf = (value: Value): number =>
  typeof value === 'number' ? 1 : value.reduce((sum: number, item) => sum + countOf(item), 0)

const shortened = (operands: Expression[]): Expression[] =>
  operands.length <= MOST_OPERANDS ? operands : [...operands.slice(0, MOST_OPERANDS - 1), named('…')]

/** Whether the formula chooses between cases. Where the point is known, its number says more. */
export const isPiecewise = (formula: string | null): boolean => formula?.includes('where(') ?? false

/** The nodes whose values the term along an edge asks for, in order of appearance: all operands of a closed module. */
export function termReads(graph: Graph, edge: EdgeIndex, kind: DerivativeKind): NodeIndex[] {
  const node = graph.consumer[edge]
  const names = namesRead(graph, edge, kind)
  if (!names) return operandNodes(graph, node)
  const nodes = names.map((name) => nodeMeant(graph, node, name)).filter((meant) => meant !== undefined)
  return [...new Set(nodes)]
}

function namesRead(graph: Graph, edge: EdgeIndex, kind: DerivativeKind): readonly string[] | null {
  const formula = edgeFormula(graph, edge)
  if (formula !== null) return readFormula(formula).reads
  const rule = edgeViews(graph, edge)?.[kind === 'tangent' ? 'push' : 'pull']
  if (!rule) return null
  return 'formula' in rule ? readFormula(rule.formula).reads : (rule.words.match(/\b\w+\b/g) ?? [])
}
