import { type Diagnostic, error } from './diagnostic.ts'
import { deleting, inserting, replacing } from './edits.ts'
import type { Index, Span } from './syntax.ts'
import { isClosing, isComma, isOperator, isSignToken, type Token } from './token.ts'

const WHOLE = /^\d+$/

const extentOf = (tokens: readonly Token[]): Span => ({
  from: (tokens[0] as Token).from,
  to: (tokens.at(-1) as Token).to,
})

const notWhole = (span: Span): Diagnostic =>
  error(
    span,
    'An index is a whole number with or without a sign, as in x[0] or x[-1], or a slice of whole numbers, as in W[1:3, :]. Write the number itself: an index is not computed.',
  )

const missingIndex = (bracket: Span): Diagnostic =>
  error(bracket, 'An index is missing here. Write it there, as in x[0]; “:” takes all entries along an axis.')

const longSlice = (third: Token): Diagnostic =>
  error(third, 'A slice has at most two colons: start:stop:step. Remove this one.', {
    label: 'Remove :',
    changes: [deleting(third)],
  })

const noStep = (span: Span): Diagnostic =>
  error(
    span,
    'The step of a slice is not 0. Write 1 for every entry, or -1 for all of them from the last to the first.',
    {
      label: 'Write 1',
      changes: [replacing(span, '1')],
    },
  )

/** `2[0]` or `x²[0]`: what stands there is no array. */
export function withoutEntries(before: Token, open: Token): Diagnostic {
  const message =
    before.kind === 'number'
      ? 'A number has no entries that brackets could take. To multiply, write “*” before them.'
      : 'Brackets after a power take no entries. Write x[0]^2 for an entry’s power, (x^2)[0] for an entry of the power, or “*” to multiply.'
  return error(open, message, { label: 'Write *', changes: [inserting(before.to, '*')] })
}

/** The place of the next bracket from there on, which in a correct subscript is the one that closes it. */
export function nextBracket(tokens: readonly Token[], start: number): number {
  let at = start
  while (at < tokens.length && tokens[at]?.kind !== 'bracket') at++
  return at
}

/** The stretches between the separators; one more than there are separators. */
function split(tokens: readonly Token[], isSeparator: (token: Token) => boolean): Token[][] {
  const parts: Token[][] = [[]]
  for (const token of tokens) {
    if (isSeparator(token)) parts.push([])
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

function parseAt(tokens: readonly Token[]): Index | Diagnostic {
  const value = wholeNumber(tokens)
  return value === null ? notWhole(extentOf(tokens)) : { kind: 'at', value, ...extentOf(tokens) }
}

function parseSlice(tokens: readonly Token[]): Index | Diagnostic {
  const colons = tokens.filter((token) => isOperator(token, ':'))
  if (colons.length > 2) return longSlice(colons[2] as Token)
  const bounds = split(tokens, (token) => isOperator(token, ':'))
  const wrong = bounds.find((bound) => bound.length > 0 && wholeNumber(bound) === null)
  if (wrong) return notWhole(extentOf(wrong))
  const [start = null, stop = null, step = null] = bounds.map(wholeNumber)
  if (step === 0) return noStep(extentOf(bounds[2] as Token[]))
  return { kind: 'slice', start, stop, step, ...extentOf(tokens) }
}

const parseIndex = (tokens: readonly Token[]): Index | Diagnostic =>
  tokens.some((token) => isOperator(token, ':')) ? parseSlice(tokens) : parseAt(tokens)

const isDiagnostic = (read: Index | Diagnostic): read is Diagnostic => 'severity' in read

/** The indices of a subscript, which runs from `tokens[open]` to `tokens[close]`; what is wrong with the first that is none. */
export function parseIndices(tokens: readonly Token[], open: number, close: number): readonly Index[] | Diagnostic {
  const end = tokens[close] as Token
  if (!isClosing(end)) return notWhole(end)
  const parts = split(tokens.slice(open + 1, close), isComma)
  if (parts.length > 1 && parts.at(-1)?.length === 0) parts.pop()
  if (parts.some((part) => part.length === 0)) return missingIndex({ from: (tokens[open] as Token).from, to: end.to })
  const read = parts.map(parseIndex)
  return read.find(isDiagnostic) ?? (read as Index[])
}
