import { CONSTANT, type EdgeIndex, type Graph, type NodeIndex } from '../graph/graph.ts'
import type { Expression } from '../language/syntax.ts'
import { atom, type Piece, written } from './expression.ts'
import { folded } from './folded.ts'
import { edgeFormula, formulaTree, isPiecewise, nodeMeant, operationTree } from './formulas.ts'
import { type Medium, TEXT } from './media.ts'
import { short } from './numbers.ts'

type Values = ArrayLike<number>

/** A formula that names the node's operands and itself (`v`) as the registry does; with numbers where values are given. */
export function formulaPiece(
  graph: Graph,
  node: NodeIndex,
  formula: Expression,
  medium: Medium,
  values?: Values,
): Piece {
  const named = (name: string): Piece => {
    const meant = nodeMeant(graph, node, name)
    if (meant === undefined) return atom(medium.other(name))
    const value = values?.[meant] ?? constantAt(graph, meant)
    return value === undefined ? atom(medium.symbol(graph, meant)) : medium.number(value)
  }
  return written(formula, { ...medium.notation(named), literal: medium.number })
}

const constantAt = ({ op, initial }: Graph, node: NodeIndex): number | undefined =>
  op[node] === CONSTANT ? initial[node] : undefined

/** The local partial of an edge by its formula. */
export function partialPiece(graph: Graph, edge: EdgeIndex, medium: Medium, values?: Values): Piece {
  const node = graph.consumer[edge]
  const formula = folded(formulaTree(edgeFormula(graph, edge)), (name) => {
    const meant = nodeMeant(graph, node, name)
    return meant === undefined ? undefined : constantAt(graph, meant)
  })
  return formulaPiece(graph, node, formula, medium, values)
}

/** What a node computes, in symbols or numbers: `v1 + v2`, `sin(x1)`. */
export const operationPiece = (graph: Graph, node: NodeIndex, medium: Medium, values?: Values): Piece =>
  formulaPiece(graph, node, operationTree(graph, node), medium, values)

/** Longest formula on an edge, in characters. */
const LONGEST_LABEL = 14

/** What stands on an edge: the formula of its local partial (`cos x₁`, `1/v₃`) where it is short and plain, else the number. */
export function edgeLabel(graph: Graph, edge: EdgeIndex, partial: number): string {
  const formula = edgeFormula(graph, edge)
  if (isPiecewise(formula)) return short(partial)
  const text = partialPiece(graph, edge, TEXT).text.replace(/^(\w+)\(([^(), ]+)\)$/u, '$1 $2')
  return [...text].length <= LONGEST_LABEL ? text : short(partial)
}
