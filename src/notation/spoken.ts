import type { Expression, Index, InfixOperator } from '../language/syntax.ts'
import { listed } from '../language/words.ts'
import { functionNamed } from '../primitives/index.ts'
import { atom, type KeywordPiece, type Notation, type Piece, written } from './expression.ts'
import { spokenNumber } from './spokenNumbers.ts'

const WORDS: Readonly<Record<InfixOperator, string>> = {
  '+': 'plus',
  '-': 'minus',
  '*': 'times',
  '@': 'times',
  '/': 'over',
  '^': 'to the power',
  '<': 'less than',
  '<=': 'at most',
  '>': 'greater than',
  '>=': 'at least',
  '==': 'equal to',
  '!=': 'not equal to',
}

function infix(operator: InfixOperator, left: string, right: string, areArrays: boolean): string {
  if (operator === '^' && right === '2') return `${left} squared`
  return `${left} ${areArrays ? 'times elementwise' : WORDS[operator]} ${right}`
}

function callSpoken(callee: string, operands: readonly string[], keywords: readonly KeywordPiece[]): string {
  const [first, ...others] = operands
  if (callee === 'where') return `${others[0]} if ${first}, otherwise ${others[1]}`
  if (callee === 'transpose' && others.length === 0) return `${first} transposed`
  const title = functionNamed(callee)?.title ?? callee
  return `${title}${title.endsWith(' of') ? '' : ' of'} ${listed(operands)}${keywords.map(keywordSpoken).join('')}`
}

function keywordSpoken({ name, text }: KeywordPiece): string {
  if (name === 'keepdims') return ''
  return name === 'axis' ? ` along axis ${text}` : ` with ${name} ${text}`
}

function indexSpoken(index: Index): string {
  if (index.kind === 'at') return spokenNumber(index.value)
  if (index.kind === 'newaxis') return 'a new axis'
  if (index.kind === 'ellipsis') return 'all other axes'
  if (index.kind === 'known') return `the places ${spokenExpression(index.value)}`
  const { start, stop, step } = index
  const part = `${start === null ? '' : `from ${spokenNumber(start)} `}${stop === null ? '' : `up to ${spokenNumber(stop)}`}`
  return `${part.trim() || 'all'}${step === null ? '' : ` by ${spokenNumber(step)}`}`
}

/** Expressions in words, with names as `named` says them. */
export const spokenNotation = (named: (name: string) => Piece): Notation => ({
  literal: (value) => atom(spokenNumber(value)),
  name: named,
  infix,
  minus: (operand) => `minus ${operand}`,
  call: (callee, operands, keywords) => {
    const texts = operands.map(({ text }) => text)
    return atom(callSpoken(callee, texts, keywords))
  },
  ownCall: (callee, operands) => (operands.length === 0 ? callee : `${callee} of ${listed(operands)}`),
  array: (items) => `the list ${items.join(', ')}`,
  subscript: (target, indices) => `${target} at ${indices.map(indexSpoken).join(', ')}`,
  bracketed: (text) => `open bracket ${text} close bracket`,
  holds: () => false,
  ellipsis: 'and so on',
})

const programNames = spokenNotation(atom)

/** An expression of the program in words; a very long one is cut off. */
export const spokenExpression = (expression: Expression): string => written(expression, programNames).text
