import { CONSTANT, type EdgeIndex, type Graph, type NodeIndex, PLAIN, type Value } from '../graph/graph.ts'
import { entryCount, shapeAt, valueAt } from '../graph/nodes.ts'
import { nodeMeant } from '../graph/operandNames.ts'
import { operationOf } from '../graph/operations.ts'
import type { Expression } from '../language/syntax.ts'
import { readFormula } from '../primitives/formula.ts'
import { sizeOf } from '../primitives/shape.ts'
import { atom, type Notation, type Piece, written } from './expression.ts'
import { folded } from './folded.ts'
import { edgeFormula, isPiecewise, operandNodes, operationTree, slotOf } from './formulas.ts'
import { type Medium, TEXT, valuePiece } from './media.ts'
import { short } from './numbers.ts'

/** By entry of the graph. */
type Values = ArrayLike<number>

/** A formula that names the node's operands and itself (`v`) as the registry does; with numbers where values are given. */
export function formulaPiece(
  graph: Graph,
  node: NodeIndex,
  formula: Expression,
  medium: Medium,
  values?: Values,
): Piece {
  return written(
    formula,
    notationAt(graph, node, medium, (name) => namedPiece(graph, node, name, medium, values)),
  )
}

/** How the medium writes a formula of the node. */
export const notationAt = (
  graph: Graph,
  node: NodeIndex,
  medium: Medium,
  named: (name: string) => Piece,
): Notation => ({
  ...medium.notation(named),
  literal: medium.number,
  rank: (name) => meantRank(graph, node, name),
})

/** What a formula of the node means by a name. */
export function namedPiece(graph: Graph, node: NodeIndex, name: string, medium: Medium, values?: Values): Piece {
  const meant = nodeMeant(graph, node, name)
  if (meant === undefined) return atom(medium.other(name))
  const symbol = () => medium.symbol(graph, meant)
  const value = values ? valueAt(graph, meant, values) : constantAt(graph, meant)
  if (value === undefined) return atom(symbol())
  return values || typeof value === 'number' ? valuePiece(value, symbol, medium) : atom(symbol())
}

/** How many axes it has. */
export function meantRank(graph: Graph, node: NodeIndex, name: string): number {
  const meant = nodeMeant(graph, node, name)
  return meant === undefined ? 0 : shapeAt(graph, meant).length
}

const constantAt = (graph: Graph, node: NodeIndex): Value | undefined =>
  graph.op[node] === CONSTANT ? valueAt(graph, node, graph.initial) : undefined

/** The local partial of an edge between numbers by its formula; of others by its symbol. */
export function partialPiece(graph: Graph, edge: EdgeIndex, medium: Medium, values?: Values): Piece {
  const node = graph.consumer[edge]
  const formula = edgeFormula(graph, edge)
  if (formula === null) return atom(medium.partialSymbol(graph, edge))
  return formulaPiece(graph, node, foldedFormula(graph, node, formula), medium, values)
}

/** A formula of the registry, with the constants among the node's operands worked in. */
export const foldedFormula = (graph: Graph, node: NodeIndex, formula: string): Expression =>
  folded(readFormula(formula).tree, (name) => {
    const meant = nodeMeant(graph, node, name)
    const value = meant === undefined ? undefined : constantAt(graph, meant)
    return typeof value === 'number' ? value : undefined
  })

/** What a node computes, in symbols or numbers: `v1 + v2`, `sin(x1)`, `sum(x1, axis=0)`. */
export const operationPiece = (graph: Graph, node: NodeIndex, medium: Medium, values?: Values): Piece =>
  formulaPiece(graph, node, operationTree(graph, node), medium, values)

/** Longest formula on an edge, in characters. */
const LONGEST_LABEL = 14

/**
 * What stands on an edge. Between numbers the formula of its local partial (`cos x₁`, `1/v₃`) where it is short and plain,
 * else the number `partial`. Between arrays what its local Jacobian is made of (`W`, `diag(cos u)`), else its size, `6×4`.
 */
export function edgeLabel(graph: Graph, edge: EdgeIndex, partial: number): string {
  if (graph.plan[graph.consumer[edge]] !== PLAIN) return arrayLabel(graph, edge)
  const formula = edgeFormula(graph, edge)
  if (formula === null || isPiecewise(formula)) return short(partial)
  const text = bare(partialPiece(graph, edge, TEXT).text)
  return isShort(text) ? text : short(partial)
}

/** A call of one operand without its brackets. */
const bare = (text: string): string => text.replace(/^(\w+)\(([^(), ]+)\)$/u, '$1 $2')

const isShort = (text: string): boolean => [...text].length <= LONGEST_LABEL

function arrayLabel(graph: Graph, edge: EdgeIndex): string {
  const label = madeOf(graph, edge)
  if (label !== null && isShort(label)) return label
  return `${entryCount(graph, graph.consumer[edge])}×${entryCount(graph, graph.operand[edge])}`
}

function madeOf(graph: Graph, edge: EdgeIndex): string | null {
  const node = graph.consumer[edge]
  const operation = operationOf(graph, node)
  if (!operation) return TEXT.partialSymbol(graph, edge)
  const { kind } = graph.plans[graph.plan[node]]
  if (kind === 'contraction') return otherFactor(graph, edge)
  if (kind === 'selection') return ['reshape', 'flatten'].includes(operation.name) ? 'identity' : 'selection'
  if (kind === 'elementwise') return elementwiseLabel(graph, edge)
  return operation.name === 'sum' ? 'ones' : null
}

/** Each factor of a product is the other's partial; that of a matrix on the left is transposed. */
function otherFactor(graph: Graph, edge: EdgeIndex): string {
  const node = graph.consumer[edge]
  const slot = slotOf(graph, edge)
  const other = operandNodes(graph, node)[1 - slot]
  const isTransposed = slot === 0 && operationOf(graph, node)?.name === 'matmul' && shapeAt(graph, other).length > 1
  return TEXT.symbol(graph, other) + (isTransposed ? 'ᵀ' : '')
}

function elementwiseLabel(graph: Graph, edge: EdgeIndex): string | null {
  const node = graph.consumer[edge]
  if (sizeOf(shapeAt(graph, graph.operand[edge])) < entryCount(graph, node)) return 'broadcast'
  const operation = operationOf(graph, node)
  const formula = operation && 'formulas' in operation ? operation.formulas[slotOf(graph, edge)] : undefined
  if (formula === '1') return 'identity'
  if (formula === '-1') return '−identity'
  if (formula === undefined || isPiecewise(formula)) return 'diagonal'
  const text = `diag(${bare(formulaPiece(graph, node, foldedFormula(graph, node, formula), TEXT).text)})`
  return isShort(text) ? text : 'diagonal'
}
