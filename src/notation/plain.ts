import type { Expression, Index, InfixOperator } from '../language/syntax.ts'
import { ATOM, atom, type KeywordPiece, type Notation, type Piece, written } from './expression.ts'
import { displayName } from './names.ts'
import { exact, superscript } from './numbers.ts'

/** Operators on the screen; those that bind tightly stand close. */
const SIGNS: Readonly<Record<InfixOperator, string>> = {
  '+': ' + ',
  '-': ' − ',
  '*': '·',
  '@': ' @ ',
  '/': '/',
  '^': '^',
  '<': ' < ',
  '<=': ' ≤ ',
  '>': ' > ',
  '>=': ' ≥ ',
  '==': ' = ',
  '!=': ' ≠ ',
}

function infix(operator: InfixOperator, left: string, right: string, areArrays: boolean): string {
  if (operator === '^' && /^\d$/.test(right)) return left + superscript(Number(right))
  return left + (areArrays ? ' ⊙ ' : SIGNS[operator]) + right
}

function call(callee: string, operands: readonly Piece[], keywords: readonly KeywordPiece[]): Piece {
  const texts = operands.map(({ text }) => text)
  if (callee === 'transpose' && texts.length === 1)
    return atom(`${operands[0].precedence < ATOM ? `(${texts[0]})` : texts[0]}ᵀ`)
  return atom(`${callee}(${[...texts, ...keywords.map(keywordText)].join(', ')})`)
}

const keywordText = ({ name, text }: KeywordPiece): string => `${name}=${name === 'keepdims' ? 'True' : text}`

/** One axis of a subscript, as the program writes it: `0`, `1:`, `::−1`. */
export function indexText(index: Index): string {
  if (index.kind === 'at') return exact(index.value)
  if (index.kind === 'newaxis') return index.kind
  if (index.kind === 'ellipsis') return '…'
  if (index.kind === 'known') return expressionText(index.value)
  const { start, stop, step } = index
  return `${start ?? ''}:${stop ?? ''}${step === null ? '' : `:${step}`}`
}

/** Expressions as text on the screen: `x₁·cos(x₂)`, with names as `named` writes them. */
export const plainNotation = (named: (name: string) => Piece): Notation => ({
  literal: (value) => atom(exact(value)),
  name: named,
  infix,
  minus: (operand) => `−${operand}`,
  call,
  ownCall: (callee, operands) => `${callee}(${operands.join(', ')})`,
  array: (items) => `[${items.join(', ')}]`,
  subscript: (target, indices) => `${target}[${indices.map(indexText).join(', ').replaceAll('-', '−')}]`,
  bracketed: (text) => `(${text})`,
  holds: () => false,
  ellipsis: '…',
})

const programNames = plainNotation((name) => atom(displayName(name)))

/** An expression of the program as text on the screen; a very long one is cut off. */
export const expressionText = (expression: Expression): string => written(expression, programNames).text
