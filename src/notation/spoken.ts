import type { Expression, InfixOperator } from '../language/syntax.ts'
import { functionNamed } from '../primitives/index.ts'
import { atom, type Notation, type Piece, written } from './expression.ts'
import { spokenNumber } from './numbers.ts'

const WORDS: Readonly<Record<InfixOperator, string>> = {
  '+': 'plus',
  '-': 'minus',
  '*': 'times',
  '/': 'over',
  '^': 'to the power',
  '<': 'less than',
  '<=': 'at most',
  '>': 'greater than',
  '>=': 'at least',
  '==': 'equal to',
  '!=': 'not equal to',
}

/** `x1`, `x1 and x2`, `x1, x2 and x3`. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`
}

const infix = (operator: InfixOperator, left: string, right: string): string =>
  operator === '^' && right === '2' ? `${left} squared` : `${left} ${WORDS[operator]} ${right}`

function callSpoken(callee: string, operands: readonly string[]): string {
  const [condition, ...branches] = operands
  if (callee === 'where') return `${branches[0]} if ${condition}, otherwise ${branches[1]}`
  const title = functionNamed(callee)?.title ?? callee
  return `${title}${title.endsWith(' of') ? '' : ' of'} ${listed(operands)}`
}

/** Expressions in words, with names as `named` says them. */
export const spokenNotation = (named: (name: string) => Piece): Notation => ({
  literal: (value) => atom(spokenNumber(value)),
  name: named,
  infix,
  minus: (operand) => `minus ${operand}`,
  call: (callee, operands) =>
    atom(
      callSpoken(
        callee,
        operands.map(({ text }) => text),
      ),
    ),
  bracketed: (text) => `open bracket ${text} close bracket`,
  holds: () => false,
  ellipsis: 'and so on',
})

const programNames = spokenNotation(atom)

/** An expression of the program in words; a very long one is cut off. */
export const spokenExpression = (expression: Expression): string => written(expression, programNames).text
