import { bindingOf, PREFIX_PRECEDENCE } from '../language/precedence.ts'
import type { Expression, Index } from '../language/syntax.ts'
import type { Operation } from '../primitives/arrayPrimitive.ts'
import { functionNamed, infixOperator } from '../primitives/index.ts'
import { reduces } from '../primitives/plan.ts'
import type { Value } from '../primitives/value.ts'
import { ATOM, atom, type KeywordPiece, type Notation, type Piece, written } from './expression.ts'
import { latexLiteral, latexNumber } from './latexNumbers.ts'
import { latexName } from './names.ts'
import { indexText } from './plain.ts'

/** What a number is for; the page gives each role its colour, by a CSS class. */
export type MathRole = 'primal' | 'tangent' | 'adjoint' | 'partial'

/** LaTeX in the colour of its role. KaTeX must trust `\htmlClass` for it. */
export const coloured = (role: MathRole, latex: string): string => `\\htmlClass{${role}}{${latex}}`

export const bracketedLatex = (latex: string): string => `\\left(${latex}\\right)`

const SUM = bindingOf('+').precedence
const POWER = bindingOf('^').precedence

/** The precedence of a primitive's LaTeX, from its signs outside all brackets: `e^{x} - 1` is a sum. */
function outside(latex: string): Piece {
  let depth = 0
  let precedence = ATOM
  for (const [sign] of latex.matchAll(/\\left|\\right|\\begin|\\end|[{}+\-^]/g)) {
    if (sign === '{' || sign === '\\left' || sign === '\\begin') depth++
    else if (sign === '}' || sign === '\\right' || sign === '\\end') depth--
    else if (depth === 0) precedence = Math.min(precedence, sign === '^' ? POWER : SUM)
  }
  return { text: latex, precedence }
}

const ownCallLatex = (callee: string, operands: readonly string[]): string =>
  latexName(callee) + bracketedLatex(operands.join(', '))

function callLatex(callee: string, operands: readonly Piece[], keywords: readonly KeywordPiece[]): Piece {
  const primitive = functionNamed(callee)
  const texts = operands.map(({ text }) => text)
  if (!primitive) return atom(ownCallLatex(callee, texts))
  if (isBare(primitive, texts.length, keywords)) return atom(bareCall(callee, texts, keywords))
  const plain = primitive.latex(...texts)
  // Most functions enclose their operands; those that raise one to a power do not.
  const held = operands.map(({ text, precedence }) =>
    precedence < ATOM && plain.includes(`{${text}}^`) ? bracketedLatex(text) : text,
  )
  return outside(primitive.latex(...held))
}

/** Whether the call is written by its name: its own LaTeX has no place for what is fixed, or for an array to reduce. */
function isBare(operation: Operation, count: number, keywords: readonly KeywordPiece[]): boolean {
  const places = operation.latex.length
  return (
    keywords.length > 0 ||
    (places > 0 && count > places) ||
    (reduces(operation) && count === 1 && places !== 1 && operation.name !== 'norm')
  )
}

/** `sum` with its axis as a subscript; that an axis is kept shows in shapes. */
function bareCall(callee: string, texts: readonly string[], keywords: readonly KeywordPiece[]): string {
  const shown = keywords
    .filter(({ name }) => name !== 'keepdims')
    .map(({ name, text }) => `\\mathrm{${name}}\\,${text}`)
  const fixed = shown.length > 0 ? `_{${shown.join(',')}}` : ''
  return `\\operatorname{${callee.replaceAll('_', '\\_')}}${fixed}${bracketedLatex(texts.join(', '))}`
}

function indexLatex(index: Index): string {
  if (index.kind === 'known') return expressionLatex(index.value)
  if (index.kind === 'newaxis') return '\\mathrm{newaxis}'
  return indexText(index).replaceAll(':', '{:}')
}

/** A number where a name stood: signs and powers of ten are held together like the operators in them. */
export const numberPiece = (x: Value, text: string): Piece => {
  if (typeof x !== 'number') return atom(text)
  const precedence =
    x < 0 ? PREFIX_PRECEDENCE : /[×\\e]/.test(text) && Number.isFinite(x) ? bindingOf('*').precedence : undefined
  return precedence === undefined ? atom(text) : { text, precedence, signed: x < 0 }
}

export const latexNumberPiece = (x: Value): Piece => numberPiece(x, latexNumber(x))

/** Expressions in LaTeX, with names as `named` writes them. */
export const latexNotation = (named: (name: string) => Piece): Notation => ({
  literal: (value) => numberPiece(value, latexLiteral(value)),
  name: named,
  infix: (operator, left, right, areArrays) =>
    areArrays ? `${left} \\odot ${right}` : infixOperator(operator).latex(left, right),
  minus: (operand) => `-${operand}`,
  call: callLatex,
  ownCall: ownCallLatex,
  array: (items) => `\\left[${items.join(',\\ ')}\\right]`,
  subscript: (target, indices) => `${target}[${indices.map(indexLatex).join(',')}]`,
  row: (text) => `{${text}}^{\\top}`,
  bracketed: bracketedLatex,
  holds: (operator, slot) => operator === '/' || (operator === '^' && slot === 1),
  ellipsis: '\\cdots',
})

const programNames = latexNotation((name) => atom(latexName(name)))

/** An expression of the program in LaTeX; a very long one is cut off. */
export const expressionLatex = (expression: Expression): string => written(expression, programNames).text
