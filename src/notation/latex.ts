import { bindingOf, PREFIX_PRECEDENCE } from '../language/precedence.ts'
import type { Expression } from '../language/syntax.ts'
import { functionNamed, infixOperator } from '../primitives/index.ts'
import type { Value } from '../primitives/value.ts'
import { ATOM, atom, type Notation, type Piece, written } from './expression.ts'
import { latexName } from './names.ts'
import { latexLiteral, latexNumber } from './numbers.ts'

/** What a number is for; the page gives each role its colour, by a CSS class. */
export type MathRole = 'primal' | 'tangent' | 'adjoint' | 'partial'

/** LaTeX in the colour of its role. KaTeX must trust `\htmlClass` for it. */
export const coloured = (role: MathRole, latex: string): string => `\\htmlClass{${role}}{${latex}}`

export const bracketedLatex = (latex: string): string => `\\left(${latex}\\right)`

const SUM = bindingOf('+').precedence
const POWER = bindingOf('^').precedence

/** What holds a primitive's LaTeX together, seen from its signs outside all brackets: `e^{x} - 1` is a sum. */
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

function callLatex(callee: string, operands: readonly Piece[]): Piece {
  const primitive = functionNamed(callee)
  const texts = operands.map(({ text }) => text)
  if (!primitive) return atom(latexName(callee) + bracketedLatex(texts.join(', ')))
  const plain = primitive.latex(...texts)
  // Most functions enclose their operands; those that raise one to a power do not.
  const held = operands.map(({ text, precedence }) =>
    precedence < ATOM && plain.includes(`{${text}}^`) ? bracketedLatex(text) : text,
  )
  return outside(primitive.latex(...held))
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
  infix: (operator, left, right) => infixOperator(operator).latex(left, right),
  minus: (operand) => `-${operand}`,
  call: callLatex,
  bracketed: bracketedLatex,
  holds: (operator, slot) => operator === '/' || (operator === '^' && slot === 1),
  ellipsis: '\\cdots',
})

const programNames = latexNotation((name) => atom(latexName(name)))

/** An expression of the program in LaTeX; a very long one is cut off. */
export const expressionLatex = (expression: Expression): string => written(expression, programNames).text
