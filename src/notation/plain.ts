import type { Expression, InfixOperator } from '../language/syntax.ts'
import { atom, type Notation, type Piece, written } from './expression.ts'
import { displayName } from './names.ts'
import { exact, superscript } from './numbers.ts'

/** Operators on the screen; those that bind tightly stand close. */
const SIGNS: Readonly<Record<InfixOperator, string>> = {
  '+': ' + ',
  '-': ' − ',
  '*': '·',
  '/': '/',
  '^': '^',
  '<': ' < ',
  '<=': ' ≤ ',
  '>': ' > ',
  '>=': ' ≥ ',
  '==': ' = ',
  '!=': ' ≠ ',
}

const infix = (operator: InfixOperator, left: string, right: string): string =>
  operator === '^' && /^\d$/.test(right) ? left + superscript(Number(right)) : left + SIGNS[operator] + right

/** Expressions as text on the screen: `x₁·cos(x₂)`, with names as `named` writes them. */
export const plainNotation = (named: (name: string) => Piece): Notation => ({
  literal: (value) => atom(exact(value)),
  name: named,
  infix,
  minus: (operand) => `−${operand}`,
  call: (callee, operands) => atom(`${callee}(${operands.map(({ text }) => text).join(', ')})`),
  bracketed: (text) => `(${text})`,
  holds: () => false,
  ellipsis: '…',
})

const programNames = plainNotation((name) => atom(displayName(name)))

/** An expression of the program as text on the screen; a very long one is cut off. */
export const expressionText = (expression: Expression): string => written(expression, programNames).text
