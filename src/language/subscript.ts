import { type Diagnostic, error } from './diagnostic.ts'
import type { Expression, Index, Span } from './syntax.ts'
import { isClosing, isComma, isOpening, isOperator, isSignToken, type Token } from './token.ts'

/** Stands for axes in a subscript, in NumPy’s spelling. */
export const ELLIPSIS = '...'
const WHOLE = /^\d+$/

const extentOf = (tokens: readonly Token[]): Span => ({
  from: (tokens[0] as Token).from,
  to: (tokens.at(-1) as Token).to,
})

const notWhole = (span: Span): Diagnostic =>
  error(
    span,
    'An index is a whole number with or without a sign, as in x[0] or x[-1], a slice of whole numbers, as in W[1:3, :], or an array of places, as in x[[0, 2]].',
  )

const missingIndex = (bracket: Span): Diagnostic =>
  error(bracket, 'An index is missing here. Write it there, as in x[0]; “:” takes all entries along an axis.')

const longSlice = (third: Token): Diagnostic =>
  error(third, 'A slice has at most two colons: start:stop:step. Remove this one.')

const noStep = (span: Span): Diagnostic =>
  error(
    span,
    'The step of a slice is not 0. Write 1 for every entry, or -1 for all of them from the last to the first.',
  )

/** `2[0]` or `x²[0]`: what stands there is no array. */
export function withoutEntries(before: Token, open: Token): Diagnostic {
  const message =
    before.kind === 'number'
      ? 'A number has no entries that brackets could take. To multiply, write “*” before them.'
      : 'Brackets after a power take no entries. Write x[0]^2 for an entry’s power, (x^2)[0] for an entry of the power, or “*” to multiply.'
  return error(open, message)
}

/** The place of the bracket that closes the one at `open`; that of no token if none does. */
export function closingBracket(tokens: readonly Token[], open: number): number {
  let depth = 0
  for (let at = open; at < tokens.length; at++) {
    const token = tokens[at] as Token
    if (isOpening(token)) depth++
    else if (isClosing(token) && --depth === 0) return at
  }
  return tokens.length
}

/** The stretches between the separators outside brackets; one more than there are separators. */
function split(tokens: readonly Token[], isSeparator: (token: Token) => boolean): Token[][] {
  const parts: Token[][] = [[]]
  let depth = 0
  for (const token of tokens) {
    if (isOpening(token)) depth++
    else if (isClosing(token)) depth--
    if (depth === 0 && isSeparator(token)) parts.push([])
    else parts.at(-1)?.push(token)
  }
  return parts
}

/** `3` or `-1`; null if it says anything else. */
function wholeNumber(tokens: readonly Token[]): number | null {
  const [digits, sign, ...rest] = [...tokens].reverse()
  const isNumber = digits?.kind === 'number' && WHOLE.test(digits.text) && Number.isSafeInteger(Number(digits.text))
  if (!isNumber || rest.length > 0 || (sign && !isSignToken(sign))) return null
  // -0 + 0 is 0.
  return (isOperator(sign, '-') ? -1 : 1) * Number(digits.text) + 0
}

const isNumber = (tokens: readonly Token[]): boolean =>
  tokens.at(-1)?.kind === 'number' && (tokens.length === 1 || (tokens.length === 2 && isSignToken(tokens[0])))

/** What reads an expression that stands in a subscript; null, with the reason reported, if there is none. */
type ReadExpression = (tokens: readonly Token[]) => Expression | null

function parseAt(tokens: readonly Token[], read: ReadExpression): Index | Diagnostic | null {
  const extent = extentOf(tokens)
  const at = wholeNumber(tokens)
  if (at !== null) return { kind: 'at', value: at, ...extent }
  if (isNumber(tokens)) return notWhole(extent)
  if (tokens.length === 1 && tokens[0]?.text === 'newaxis') return { kind: 'newaxis', ...extent }
  if (tokens.length === 1 && isOperator(tokens[0], ELLIPSIS)) return { kind: 'ellipsis', ...extent }
  const value = read(tokens)
  return value && { kind: 'known', value, ...extent }
}

const isColon = (token: Token): boolean => isOperator(token, ':')

function parseSlice(tokens: readonly Token[], bounds: readonly Token[][]): Index | Diagnostic {
  if (bounds.length > 3) return longSlice((bounds[3]?.[0] ?? tokens.at(-1)) as Token)
  const wrong = bounds.find((bound) => bound.length > 0 && wholeNumber(bound) === null)
  if (wrong) return notWhole(extentOf(wrong))
  const [start = null, stop = null, step = null] = bounds.map(wholeNumber)
  if (step === 0) return noStep(extentOf(bounds[2] as Token[]))
  return { kind: 'slice', start, stop, step, ...extentOf(tokens) }
}

function parseIndex(tokens: readonly Token[], read: ReadExpression): Index | Diagnostic | null {
  const bounds = split(tokens, isColon)
  return bounds.length > 1 ? parseSlice(tokens, bounds) : parseAt(tokens, read)
}

const isDiagnostic = (read: Index | Diagnostic | null): read is Diagnostic => read !== null && 'severity' in read

/**
 * The indices of a subscript, which runs from `tokens[open]` to `tokens[close]`; what is wrong with the first that is
 * none; null if that has been said.
 */
export function parseIndices(
  tokens: readonly Token[],
  [open, close]: readonly [open: number, close: number],
  read: ReadExpression,
): readonly Index[] | Diagnostic | null {
  const parts = split(tokens.slice(open + 1, close), isComma)
  if (parts.length > 1 && parts.at(-1)?.length === 0) parts.pop()
  if (parts.some((part) => part.length === 0))
    return missingIndex({ from: (tokens[open] as Token).from, to: (tokens[close] as Token).to })
  const indices = parts.map((part) => parseIndex(part, read))
  if (indices.includes(null)) return null
  return indices.find(isDiagnostic) ?? (indices as Index[])
}
