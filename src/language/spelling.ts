import { type Diagnostic, deleting, error, type Fix, quote, replacing, shorten } from './diagnostic.ts'
import { dotProblem } from './dots.ts'
import type { Span } from './syntax.ts'
import type { Token } from './token.ts'

const ADVICE: ReadonlyMap<string, string> = new Map([
  ['!', 'For “not a”, write a == 0.'],
  ['&', 'For “a and b”, multiply the two: (a)*(b).'],
  ['|', 'For an absolute value write abs(x), for “a or b” max(a, b).'],
  ['%', 'For the remainder of a/b, write mod(a, b).'],
  ['\\', 'LaTeX commands are not read: write sin(x), sqrt(x), a/b.'],
  ['?', 'To choose between two values, write where(condition, a, b).'],
  [
    ':',
    'A definition is written with “=”, a choice as where(condition, a, b), a slice in square brackets as in x[1:3].',
  ],
  ['√', 'Write sqrt(x).'],
  ['∛', 'Write cbrt(x).'],
  ['∑', 'Write the terms out, with “+” between them.'],
  ['∏', 'Write the factors out, with “*” between them.'],
  ['∂', 'Derivatives are computed by themselves: write only the function.'],
  ['∇', 'Derivatives are computed by themselves: write only the function.'],
])

const OTHERWISE = 'Names are made of letters, digits and “_”.'

const PRIMES = new Set(["'", '′', '’', '´'])
const NAME_PART = /[\p{L}\p{M}\p{Nd}_]/u

const replaced = (span: Span, by: string): Fix => ({ label: `Write ${shorten(by)}`, changes: [replacing(span, by)] })

const removed = (span: Span, text: string): Fix => ({ label: `Remove ${shorten(text)}`, changes: [deleting(span)] })

const FRACTIONAL_EXPONENT = /^([\d.]+)e([+-]?\d+\..*)$/i

function misspelt(token: Token, written: string): Diagnostic {
  const [, mantissa, exponent] = FRACTIONAL_EXPONENT.exec(written) ?? []
  if (token.kind === 'number' && exponent)
    return error(
      token,
      `${quote(written)} is not a number that can be read: what follows “e” is a whole number.`,
      replaced(token, `(${mantissa}*10^${exponent})`),
    )
  const means = token.kind === 'number' ? 'is not a number that can be read: it has' : 'is not part of the language.'
  const rule =
    token.kind === 'number' ? 'more than one decimal point, or “_” in it.' : `Write ${quote(token.text)} instead.`
  return error(token, `${quote(written)} ${means} ${rule}`, replaced(token, token.text))
}

const OPERAND_BEFORE = /[\p{L}\p{M}\p{Nd}_.₀-₉]+[ \t]*$/u
const OPERAND_AFTER = /[ \t]*[\p{L}\p{Nd}_.][\p{L}\p{M}\p{Nd}_.₀-₉]*(?=[ \t]*(?:$|[\n\r;,)\]+\-*/@^<>=#]))/uy
/** How far back the left operand of `//` is looked for. */
const REACH = 200

/** `a//b` between two plain operands is a division; anything else is a comment. */
function slashesFix(token: Token, source: string): Fix {
  const before = OPERAND_BEFORE.exec(source.slice(Math.max(0, token.from - REACH), token.from))?.[0]
  OPERAND_AFTER.lastIndex = token.to
  const after = OPERAND_AFTER.exec(source)?.[0]
  if (before === undefined || after === undefined)
    return { label: 'Write # for a comment', changes: [replacing(token, '#')] }
  const [from, to] = [token.from - before.length, token.to + after.length]
  const division = `floor(${before.trim()}/${after.trim()})`
  return { label: `Write ${shorten(division)}`, changes: [replacing({ from, to }, division)] }
}

const slashes = (token: Token, source: string): Diagnostic =>
  error(
    token,
    '“//” is not part of the language. A comment starts with “#”; a division that rounds down is floor(a/b).',
    slashesFix(token, source),
  )

const rows = (token: Token): Diagnostic =>
  error(token, '“;” ends a statement. The rows of a matrix are arrays in an array: write [[1, 2], [3, 4]].')

function prime(token: Token): Diagnostic {
  const message =
    'A prime cannot be read. Names are made of letters, digits and “_”; derivatives are computed by themselves.'
  return error(token, message, { label: 'Write _prime', changes: [replacing(token, '_prime')] })
}

function unknown(token: Token, written: string): Diagnostic {
  const first = String.fromCodePoint(written.codePointAt(0) as number)
  const advice = ADVICE.get(first)
  const message = `${quote(written)} is not part of the language. ${advice ?? OTHERWISE}`
  return error(token, message, advice ? undefined : removed(token, written))
}

/** What is wrong with the word `tokens[at]` by itself; null if nothing is. */
export function spellingProblem(source: string, tokens: readonly Token[], at: number): Diagnostic | null {
  const token = tokens[at] as Token
  if (!token.wrong && token.kind !== 'error') return null
  const written = source.slice(token.from, token.to)
  if (token.wrong) return misspelt(token, written)
  if (written === '//') return slashes(token, source)
  if (written === '.') return dotProblem(tokens, at)
  if (token.text === ';') return rows(token)
  const primed = PRIMES.has(written) && NAME_PART.test(source.charAt(token.from - 1))
  return primed ? prime(token) : unknown(token, written)
}
