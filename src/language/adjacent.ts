import { type Diagnostic, error, type Fix } from './diagnostic.ts'
import { inserting, replacing } from './edits.ts'
import type { Span } from './syntax.ts'
import { isOperator, type Token } from './token.ts'
import { quote, shorten } from './words.ts'

const CHOICE = 'To choose between two values, write where(condition, a, b).'
const SUM = 'The sum of the entries of an array is sum(x).'

/** Words that say something between operands elsewhere: a sign beside them would give another program. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ['if', CHOICE],
  ['then', CHOICE],
  ['else', CHOICE],
  ['and', 'For “a and b”, multiply the two: (a)*(b).'],
  ['or', 'For “a or b”, write max(a, b).'],
  ['not', 'For “not a”, write a == 0.'],
  ['mod', 'The remainder of a/b is mod(a, b).'],
  ['dot', 'The dot product is dot(u, v).'],
  ['Σ', SUM],
  ['Π', 'The product of the entries of an array is prod(x).'],
])

/** `x mod 3`, `if x > 0 then …`, `u^T v`: what to write for a word beside an operand; null for words of no such meaning. */
export function wordBetween(tokens: readonly Token[], at: number, isOwn: (name: string) => boolean): Diagnostic | null {
  const pair = [tokens[at - 1] as Token, tokens[at] as Token]
  const word = pair.find(({ kind, text }) => kind !== 'number' && ELSEWHERE.has(text) && !isOwn(text))
  if (word) return error(word, `${quote(word.text)} is no sign of the language. ${ELSEWHERE.get(word.text)}`)
  const [before] = pair
  if (before?.text !== 'T' || !isOperator(tokens[at - 2], '^') || isOwn('T')) return null
  return error(before, 'A transpose is written .T, as in u.T @ v.')
}

/** What joins two operands that stand side by side takes the place of the blanks between them. */
function joining(source: string, left: Span, right: Span, joint: string): Fix {
  const gap = { from: left.to, to: right.from }
  const isBlank = source.slice(gap.from, gap.to).trim() === ''
  const label = `Write ${shorten(source.slice(left.from, left.to))}${joint}${shorten(source.slice(right.from, right.to))}`
  return { label, changes: [isBlank ? replacing(gap, joint) : inserting(gap.from, joint)] }
}

type BracketKind = 'group' | 'call' | 'array'

/**
 * Two operands side by side whose product is not written without a sign: names, or a number after anything. A plain pair
 * of names is a product; nothing before it could take one of the two away.
 */
export function adjacentOperands(
  source: string,
  [left, right]: readonly [left: Token, right: Token],
  isPlain: boolean,
  bracket?: BracketKind,
): Diagnostic {
  const [before, after] = [left, right].map((token) => quote(source.slice(token.from, token.to)))
  const call = left.kind === 'name' ? ` For a function write brackets, as in sin(x).` : ''
  const sign = left.kind === 'transpose' ? '@' : '*'
  const inList = bracket === 'call' || bracket === 'array'
  const message = `${before} and ${after} stand side by side. Write a sign between them, such as “${sign}”${inList ? ', or a comma' : ''}.${call}`
  const isProduct = isPlain && !inList && left.kind !== 'number' && (right.kind === 'name' || right.kind === 'callee')
  return error({ from: left.from, to: right.to }, message, isProduct ? joining(source, left, right, sign) : undefined)
}

/** `‖x‖_1`, or an index below a bracket. */
export const indexAfterBracket = (name: Token): Diagnostic =>
  error(
    name,
    `${quote(name.text)} stands behind a bracket. The norm of order 1 is written norm(x, 1), and an entry with square brackets, as in x[0].`,
  )

/** `x = 1 y = 2`: the name after `left` starts a definition of its own. */
export const adjacentStatements = (source: string, left: Token, name: Token): Diagnostic =>
  error(name, `A definition of ${quote(name.text)} starts here: write it on a line of its own, or “;” before it.`, {
    ...joining(source, left, name, '; '),
    label: `Write ; before ${shorten(name.text)}`,
  })

/** `sum(x axis=0)` */
export const adjacentKeyword = (source: string, left: Token, name: Token): Diagnostic =>
  error(name, `A comma is missing before ${quote(name.text)}.`, joining(source, left, name, ', '))

/** `[[1, 2] [3, 4]]` */
export const adjacentRows = (source: string, left: Token, right: Token): Diagnostic =>
  error(right, 'A comma is missing between these two arrays.', {
    ...joining(source, left, right, ', '),
    label: 'Write a comma',
  })
