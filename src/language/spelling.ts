import { blockComment, slashes } from './comments.ts'
import { type Diagnostic, error, type Fix } from './diagnostic.ts'
import { dotProblem } from './dots.ts'
import { deleting, replacing } from './edits.ts'
import { DERIVATIVES } from './foreign.ts'
import { replaced, rewritten, rowsFix } from './rewriting.ts'
import type { Span } from './syntax.ts'
import type { Token } from './token.ts'
import { quote, shorten } from './words.ts'

const ADVICE: ReadonlyMap<string, string> = new Map([
  ['!', 'For “not a”, write a == 0; for a factorial, the product.'],
  ['~', 'For “not a”, write a == 0.'],
  ['&', 'For “a and b”, multiply the two: (a)*(b).'],
  ['|', 'For an absolute value write abs(x), for “a or b” max(a, b).'],
  ['%', 'For the remainder of a/b, write mod(a, b).'],
  ['\\', 'LaTeX commands are not read: write sin(x), sqrt(x), a/b.'],
  ['?', 'To choose between two values, write where(condition, a, b).'],
  [
    ':',
    'A definition is written with “=”, a choice as where(condition, a, b), a slice in square brackets as in x[1:3], numbers in a row as arange(1, 4).',
  ],
  ['√', 'Write sqrt(x).'],
  ['∛', 'Write cbrt(x).'],
  ['°', 'Angles are in radians: write x*pi/180.'],
  ['∞', 'Write a large number, such as 1e9.'],
  ['±', 'Write “+” or “-”.'],
  ['∑', 'Write the terms out, with “+” between them; sum(x) adds the entries of an array.'],
  ['∏', 'Write the factors out, with “*” between them; prod(x) multiplies the entries of an array.'],
  ['∫', 'Integrals are not computed.'],
  ['∂', DERIVATIVES],
  ['∇', DERIVATIVES],
])

const OTHERWISE = 'Names are made of letters, digits and “_”.'

const PRIMES = new Set(["'", '′', '’', '´'])
const MAY_BE_PRIMED = /[\p{L}\p{M}\p{Nd}_)\]]/u
const QUOTES = /["'“”‘’`]/

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

const rows = (token: Token, source: string): Diagnostic =>
  error(
    token,
    '“;” ends a statement. The rows of a matrix are arrays in an array: write [[1, 2], [3, 4]].',
    rowsFix(token, source),
  )

/** What may be a matrix: in brackets, or named by a capital letter. */
const MATRIX = /(^|[^\p{L}\p{M}\p{Nd}_])\p{Lu}$|[)\]]$/u

function prime(token: Token, source: string): Diagnostic {
  const isMatrix = MATRIX.test(source.slice(Math.max(0, token.from - 2), token.from)) && source[token.to] !== '('
  const written = isMatrix ? '.T' : '_prime'
  return error(
    token,
    'A prime cannot be read: names are made of letters, digits and “_”, and a transpose is written A.T. Derivatives are computed by themselves.',
    { label: `Write ${written}`, changes: [replacing(token, written)] },
  )
}

/** Text in quotation marks; the fix takes both of them away. */
function quoted(token: Token, source: string): Diagnostic {
  const rest = /^[^"'“”‘’`\n\r]*/.exec(source.slice(token.to))?.[0] ?? ''
  const end = token.to + rest.length
  const closing = QUOTES.test(source.charAt(end)) ? [deleting({ from: end, to: end + 1 })] : []
  return error(token, 'Text is not part of a program. Without quotation marks it is read as a name or an expression.', {
    label: 'Remove the quotation marks',
    changes: [deleting(token), ...closing],
  })
}

function unknown(token: Token, written: string, source: string): Diagnostic {
  const first = String.fromCodePoint(written.codePointAt(0) as number)
  const advice = ADVICE.get(first)
  const message = `${quote(written)} is not part of the language. ${advice ?? OTHERWISE}`
  return error(token, message, rewritten(token, written, source) ?? (advice ? undefined : removed(token, written)))
}

/** What is wrong with the word `tokens[at]` by itself; null if nothing is. */
export function spellingProblem(source: string, tokens: readonly Token[], at: number): Diagnostic | null {
  const token = tokens[at] as Token
  if (!token.wrong && token.kind !== 'error') return null
  const written = source.slice(token.from, token.to)
  if (token.wrong) return misspelt(token, written)
  if (written === '//') return slashes(token, source)
  if (written === '.') return dotProblem(tokens, at)
  if (token.text === ';') return rows(token, source)
  if (written === '/*' || written === '*/') return blockComment(token, source)
  if (PRIMES.has(written) && MAY_BE_PRIMED.test(source.charAt(token.from - 1))) return prime(token, source)
  return QUOTES.test(written) ? quoted(token, source) : unknown(token, written, source)
}
