import type { EdgeIndex, Graph, NodeIndex, Value } from '../graph/graph.ts'
import { type Shape, shapeText } from '../primitives/shape.ts'
import { atom, type Notation, type Piece } from './expression.ts'
import type { DerivativeKind } from './formulas.ts'
import { bracketedLatex, coloured, latexNotation, latexNumberPiece, type MathRole, numberPiece } from './latex.ts'
import { isWrittenOut, latexShaped } from './latexNumbers.ts'
import { nodeLatex } from './latexSymbols.ts'
import { displayName, latexName } from './names.ts'
import { short } from './numbers.ts'
import { plainNotation } from './plain.ts'
import { shapeName, shapeOf, withArticle } from './shapes.ts'
import { spokenNotation } from './spoken.ts'
import { spokenNumber } from './spokenNumbers.ts'
import { adjointSymbol, nodeSpoken, nodeSymbol, readerName, secondSymbol, tangentSymbol } from './symbols.ts'

/** How the mathematics of a graph is written: as LaTeX, as text on the screen, or as speech. */
export interface Medium {
  readonly notation: (named: (name: string) => Piece) => Notation
  readonly symbol: (graph: Graph, node: NodeIndex) => string
  /** v̇, v̄ or v̄̇ of a node. */
  readonly derivative: (graph: Graph, node: NodeIndex, kind: DerivativeKind | 'second') => string
  /** ∂v/∂u of an edge. */
  readonly partialSymbol: (graph: Graph, edge: EdgeIndex) => string
  /** A name that is no node, such as `pi`. */
  readonly other: (name: string) => string
  readonly number: (value: Value) => Piece
  /** Whether there is room for all numbers of the value; else its symbol stands for it, with its shape. */
  readonly isInFull: (value: Value) => boolean
  readonly shaped: (symbol: string, shape: Shape) => string
  /** That a symbol stands for an array of the shape: x̄ ∈ ℝ²ˣ³. */
  readonly among: (symbol: string, shape: Shape) => string
  readonly coloured: (role: MathRole, text: string) => string
  readonly bracketed: (text: string) => string
  /** ṗ, the tangent of a local partial. */
  readonly moving: (partial: string) => string
  /** Plain words among mathematics. */
  readonly words: (text: string) => string
  readonly transposed: (text: string) => string
  /** Between a matrix and what it is applied to. */
  readonly applied: string
  /** Between factors that are multiplied entry by entry. */
  readonly elementwise: string
  readonly equals: string
  readonly times: string
  readonly plus: string
  /** Between summands. */
  readonly minus: string
  /** Before the first summand. */
  readonly sign: string
  readonly ellipsis: string
}

const ACCENTS = { tangent: '\\dot', adjoint: '\\bar', second: '\\dot \\bar' } as const

function latexDerivative(graph: Graph, node: NodeIndex, kind: DerivativeKind | 'second'): string {
  const name = readerName(graph, node)
  // Only constants have no name, and they have no second derivative.
  return name === null ? `${ACCENTS[kind]}{${nodeLatex(graph, node)}}` : latexName(name, ACCENTS[kind])
}

/** A value in numbers where there is room for all of them, else by its symbol with its shape. */
export const valuePiece = (value: Value, symbol: () => string, medium: Medium): Piece =>
  medium.isInFull(value) ? medium.number(value) : atom(medium.shaped(symbol(), shapeOf(value)))

/** For KaTeX, which must trust `\htmlClass`. */
export const LATEX: Medium = {
  notation: latexNotation,
  symbol: nodeLatex,
  derivative: latexDerivative,
  partialSymbol: (graph, edge) =>
    `\\frac{\\partial ${nodeLatex(graph, graph.consumer[edge])}}{\\partial ${nodeLatex(graph, graph.operand[edge])}}`,
  other: (name) => (name === '…' ? '\\cdots' : latexName(name)),
  number: latexNumberPiece,
  isInFull: isWrittenOut,
  shaped: latexShaped,
  among: (symbol, shape) => `${symbol} \\in \\mathrm{R}^{${shape.join('\\times ')}}`,
  coloured,
  bracketed: bracketedLatex,
  moving: (partial) => `${bracketedLatex(partial)}^{\\bullet}`,
  words: (text) => `\\text{${text}}`,
  transposed: (text) => `{${bracketedLatex(text)}}^{\\top}`,
  applied: '\\,',
  elementwise: ' \\odot ',
  equals: ' = ',
  times: ' \\cdot ',
  plus: ' + ',
  minus: ' - ',
  sign: '-',
  ellipsis: '\\cdots',
}

const uncoloured = (_role: MathRole, text: string) => text

const isShort = (value: Value): boolean => typeof value === 'number' || short(value).startsWith('[')

const DERIVATIVE_SYMBOLS = { tangent: tangentSymbol, adjoint: adjointSymbol, second: secondSymbol } as const

/** For tables, chips and edges. */
export const TEXT: Medium = {
  notation: plainNotation,
  symbol: nodeSymbol,
  derivative: (graph, node, kind) => DERIVATIVE_SYMBOLS[kind](graph, node),
  partialSymbol: (graph, edge) =>
    `∂${nodeSymbol(graph, graph.consumer[edge])}/∂${nodeSymbol(graph, graph.operand[edge])}`,
  other: displayName,
  number: (value) => numberPiece(value, isShort(value) ? short(value) : TEXT.shaped('[…]', shapeOf(value))),
  isInFull: isShort,
  shaped: (symbol, shape) => `${symbol} (${shapeText(shape)})`,
  among: (symbol, shape) => `${symbol} ∈ ℝ (${shapeText(shape)})`,
  coloured: uncoloured,
  bracketed: (text) => `(${text})`,
  moving: (partial) => `(${partial})\u0307`,
  words: (text) => text,
  transposed: (text) => `(${text})ᵀ`,
  applied: ' @ ',
  elementwise: ' ⊙ ',
  equals: ' = ',
  times: '·',
  plus: ' + ',
  minus: ' − ',
  sign: '−',
  ellipsis: '…',
}

const SPOKEN_ACCENTS = { tangent: 'dot', adjoint: 'bar', second: 'bar dot' } as const

export const SPEECH: Medium = {
  notation: spokenNotation,
  symbol: nodeSpoken,
  derivative: (graph, node, kind) => `${nodeSpoken(graph, node)} ${SPOKEN_ACCENTS[kind]}`,
  partialSymbol: (graph, edge) =>
    `the partial of ${nodeSpoken(graph, graph.consumer[edge])} by ${nodeSpoken(graph, graph.operand[edge])}`,
  other: (name) => (name === '…' ? 'others' : name),
  number: (x) => atom(spokenNumber(x)),
  isInFull: () => true,
  shaped: (symbol) => symbol,
  among: (symbol, shape) => `${symbol} is ${withArticle(shapeName(shape))}`,
  coloured: uncoloured,
  bracketed: (text) => `open bracket ${text} close bracket`,
  moving: (partial) => `the change along v of ${partial}`,
  words: (text) => text,
  transposed: (text) => `the transpose of ${text}`,
  applied: ' times ',
  elementwise: ' times elementwise ',
  equals: ' equals ',
  times: ' times ',
  plus: ', plus ',
  minus: ', minus ',
  sign: 'minus ',
  ellipsis: 'and so on',
}
