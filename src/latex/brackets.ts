import type { Span } from '../language/syntax.ts'
import { call, infix, number } from './expressions.ts'
import { type MathNode, Unread } from './mathNode.ts'
import type { MathToken } from './mathToken.ts'
import { mathTokens } from './mathTokens.ts'
import { type FormulaPart, plainText, scalar } from './part.ts'
import { raised } from './powers.ts'
import type { Reader } from './reader.ts'

/** Whether operands in brackets come next. */
export function opensBracket({ next }: Reader, brackets = '('): boolean {
  const text = next?.kind === 'open' ? next.text : next?.kind === 'fenced' ? next.left : ''
  return text !== '' && brackets.includes(text)
}

/** What is in the bracket that comes next, and the exponent behind it. */
export function operandsIn(reader: Reader, before: Span): { operands: FormulaPart[]; sup: MathNode | null } {
  const { next } = reader
  if (!next) throw new Unread('Something is missing here.', before)
  if (next.kind === 'fenced') {
    reader.advance()
    return { operands: listed(reader, mathTokens(next.nodes, reader.shift), next), sup: next.sup }
  }
  const { tokens, close } = untilClosed(reader)
  return { operands: listed(reader, tokens, next), sup: close.sup }
}

function listed(reader: Reader, tokens: readonly MathToken[], whole: Span): FormulaPart[] {
  const lists: MathToken[][] = [[]]
  let depth = 0
  for (const token of tokens) {
    if (token.kind === 'open') depth++
    if (token.kind === 'close') depth--
    if (token.kind === 'comma' && depth === 0) lists.push([])
    else lists.at(-1)?.push(token)
  }
  return lists.map((list) => reader.of(list, list[0] ?? whole).value())
}

/** From the bracket that comes next to the one that closes it; goes on after it. */
function untilClosed(reader: Reader): { tokens: readonly MathToken[]; close: MathToken } {
  const ahead = reader.next ? [reader.next, ...reader.rest] : []
  let depth = 0
  for (const [at, token] of ahead.entries()) {
    if (token.kind === 'open') depth++
    if (token.kind === 'close' && --depth === 0) {
      reader.advance(at + 1)
      return { tokens: ahead.slice(1, at), close: token }
    }
  }
  throw new Unread('This bracket is not closed.', ahead[0] ?? reader.whole)
}

/** `(…)`, `⟨u, v⟩`, `⌊x⌋`, whose opening bracket comes next. */
export function bracketed(reader: Reader, open: MathToken & { readonly text: string }): FormulaPart {
  const { tokens, close } = untilClosed(reader)
  const right = close.kind === 'close' ? close.text : ''
  return fenced(reader, tokens, open.text, right, { ...close, from: open.from })
}

/** `|x|` and `‖x‖`, whose first bar comes next. */
export function barred(reader: Reader, open: MathToken & { readonly text: string }): FormulaPart {
  let depth = 0
  for (const [at, token] of reader.rest.entries()) {
    if (token.kind === 'open') depth++
    if (token.kind === 'close') depth--
    if (token.kind !== 'bar' || token.text !== open.text || depth !== 0) continue
    const inner = reader.rest.slice(0, at)
    reader.advance(at + 2)
    return fenced(reader, inner, open.text, open.text, { ...token, from: open.from })
  }
  throw new Unread('This bar is not closed.', open)
}

/** What stands between two brackets. `token` has what is written below and above the closing one. */
export function fenced(
  reader: Reader,
  tokens: readonly MathToken[],
  left: string,
  right: string,
  token: MathToken,
): FormulaPart {
  const fences = left + right
  if (fences === '⟨⟩') return raised(reader, inner(reader, listed(reader, tokens, token), token), token)
  const part = reader.of(tokens, token).value()
  if (['', '()', '[]', '{}'].includes(fences)) return raised(reader, { ...part, letter: undefined }, token)
  if (fences === '⌊⌋') return raised(reader, scalar(call('floor', part.expression)), token)
  if (fences === '⌈⌉') return raised(reader, scalar(call('ceil', part.expression)), token)
  if (fences === '||') return raised(reader, { expression: call('abs', part.expression), rank: part.rank }, token)
  if (fences === '‖‖') return norm(reader, part, token)
  throw new Unread('These brackets do not belong together.', token)
}

function inner({ names }: Reader, operands: readonly FormulaPart[], at: Span): FormulaPart {
  const [a, b, ...others] = operands
  if (!b || others.length > 0) throw new Unread('An inner product has two operands.', at)
  for (const { letter } of operands) if (letter) names.isArray(letter, 'vector')
  return scalar(call('dot', a.expression, b.expression))
}

/** ‖x‖ and ‖x‖₂ are Euclidean, ‖x‖₁ adds magnitudes; the square of the Euclidean norm is a sum of squares. */
function norm(reader: Reader, { letter, rank, expression }: FormulaPart, token: MathToken): FormulaPart {
  if (letter && rank === 'number') reader.names.isArray(letter, 'vector')
  const order = token.sub ? plainText(token.sub) : '2'
  if (rank === 'matrix' && order !== 'F') throw new Unread('The norm of a matrix is read as \\|W\\|_F.', token)
  if (!['1', '2', 'F', '\\infty'].includes(order))
    throw new Unread('Norms of the orders 1, 2 and ∞ are read here.', token)
  const isSquare = token.sup !== null && plainText(token.sup) === '2'
  const bare = { ...token, sub: null }
  if (order === '1') return raised(reader, scalar(call('sum', call('abs', expression))), bare)
  if (order === '\\infty') return raised(reader, scalar(call('max', call('abs', expression))), bare)
  if (isSquare) return scalar(call('sum', infix('^', expression, number(2))))
  return raised(reader, scalar(call('norm', expression)), bare)
}
