import { type Diagnostic, error } from './diagnostic.ts'
import type { Expression, Keyword } from './syntax.ts'
import type { Token } from './token.ts'
import { quote } from './words.ts'

/** `axis=0` as it is read. */
export interface KeywordRead {
  readonly name: Token
  readonly equals: Token
  readonly value: Expression
  /** Where it ends, with the brackets around its value. */
  readonly to: number
}

const TRUTH: ReadonlyMap<string, number> = new Map([
  ['True', 1],
  ['False', 0],
])

function keywordValue(written: Expression): Expression {
  const truth = written.kind === 'name' ? TRUTH.get(written.name) : undefined
  return truth === undefined ? written : { kind: 'number', value: truth, from: written.from, to: written.to }
}

export const keywordOf = ({ name, value, to }: KeywordRead): Keyword => ({
  name: name.text,
  nameSpan: { from: name.from, to: name.to },
  value: keywordValue(value),
  from: name.from,
  to,
})

/** A plain operand after `axis=0`, which is more often a comparison: `where(x = 1, a, b)`. */
const beforeOperand = ({ equals }: KeywordRead): Diagnostic =>
  error(
    equals,
    'What has a name stands after the other operands, as in sum(x, axis=0). To compare two values, write “==”.',
  )

/** `sum(x, axis=)` */
export const missingValue = ([name, equals]: readonly [name: Token, equals: Token]): Diagnostic =>
  error(equals, `The value of ${quote(name.text)} is missing after “=”. Write it there, as in axis=0.`)

const repeated = ({ name }: KeywordRead): Diagnostic =>
  error(name, `${quote(name.text)} stands twice in this call. Remove one of the two.`)

/** What is wrong with the keywords of a call, given its operands; null if nothing is. */
export function keywordProblem(operands: readonly Expression[], keywords: readonly KeywordRead[]): Diagnostic | null {
  const [first] = keywords
  if (!first) return null
  const last = operands.at(-1)
  if (last && last.from > first.name.from) return beforeOperand(first)
  const seen = new Set<string>()
  const again = keywords.find(({ name }) => seen.size === seen.add(name.text).size)
  return again ? repeated(again) : null
}
