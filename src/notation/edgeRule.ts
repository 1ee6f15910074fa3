import type { EdgeIndex, Graph } from '../graph/graph.ts'
import { shapeAt, valueAt } from '../graph/nodes.ts'
import { atom, type Notation, type Piece, written } from './expression.ts'
import { type DerivativeKind, edgeViews } from './formulas.ts'
import { type Medium, TEXT, valuePiece } from './media.ts'
import { foldedFormula, meantRank, namedPiece, notationAt } from './partials.ts'

/** By entry: the values, and what a tangent or adjoint pass has computed. */
export interface PassNumbers {
  readonly values: ArrayLike<number>
  readonly numbers: ArrayLike<number>
}

/**
 * What an edge between arrays adds: `Wᵀ @ h̄`, `h̄ ⊙ cos(u)`; with numbers where they are given. Where the language has no
 * formula for it, plain words; null into a closed module.
 */
export function rulePiece(
  graph: Graph,
  edge: EdgeIndex,
  kind: DerivativeKind,
  medium: Medium,
  numbers?: PassNumbers,
): Piece | null {
  const rule = edgeViews(graph, edge)?.[kind === 'tangent' ? 'push' : 'pull']
  if (!rule) return null
  const node = graph.consumer[edge]
  const source = kind === 'tangent' ? graph.operand[edge] : node
  const factor = kind === 'tangent' ? 't' : 'a'
  const named = (name: string): Piece => {
    if (name !== factor) return namedPiece(graph, node, name, medium, numbers?.values)
    const symbol = medium.derivative(graph, source, kind)
    const piece = numbers ? valuePiece(valueAt(graph, source, numbers.numbers), () => symbol, medium) : atom(symbol)
    return { ...piece, text: medium.coloured(kind, piece.text) }
  }
  if ('words' in rule) return atom(inWords(rule.words, medium, named))
  const rank = (name: string): number =>
    name === factor ? shapeAt(graph, source).length : meantRank(graph, node, name)
  const notation = { ...notationAt(graph, node, medium, named), rank }
  return written(foldedFormula(graph, node, rule.formula), colouring(notation, named(factor).text, medium))
}

/** What meets the passing derivative is a local partial, in its colour. */
const colouring = (notation: Notation, passing: string, { coloured }: Medium): Notation => ({
  ...notation,
  infix: (operator, left, right, areArrays) => {
    const meets = (one: string, other: string): string =>
      other.includes(passing) && !one.includes(passing) ? coloured('partial', one) : one
    return notation.infix(operator, meets(left, right), meets(right, left), areArrays)
  },
})

/** Plain words with the names in them as the medium writes them: `a`, `t`, `x`, `x1`, `v`. */
const inWords = (words: string, medium: Medium, named: (name: string) => Piece): string =>
  words
    .split(/\b([atvxy]|x\d+)\b/)
    .map((part, i) => (i % 2 === 1 ? named(part).text : part && medium.words(part)))
    .join('')

/** The structure of the local Jacobian of an edge between arrays: `diagonal`, `Wᵀ, once for each row of x`. */
export function structureText(graph: Graph, edge: EdgeIndex): string | null {
  const structure = edgeViews(graph, edge)?.structure
  if (structure === undefined) return null
  const node = graph.consumer[edge]
  return structure
    .split(/\b([vxy]|x\d+)\b/)
    .map((part, i) => (i % 2 === 1 ? namedPiece(graph, node, part, TEXT).text : part.replace(/^\.T\b/, 'ᵀ')))
    .join('')
}
