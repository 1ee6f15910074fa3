import { type Diagnostic, error, type Fix } from './diagnostic.ts'
import { DERIVATIVES } from './differentials.ts'
import { deleting, replacing } from './edits.ts'
import type { Span } from './syntax.ts'
import type { Token } from './token.ts'
import { quote, shorten } from './words.ts'

const CURLY =
  'Round brackets stand around a part of a formula and the operands of a function, square ones around an array.'
const PRIME = 'A transpose is written A.T, and a name is made of letters, digits and “_”, as in x_prime.'
const BELOW = 'Digits below the line stand in names, as in x₁; the norm of order 1 is norm(x, 1), and an entry x[0].'
const QUOTED = 'A program has no text in quotation marks.'

const ADVICE: ReadonlyMap<string, string> = new Map([
  ['!', 'For “not a”, write a == 0; for a factorial, the product.'],
  ['~', 'For “not a”, write a == 0.'],
  ['&', 'For “a and b”, multiply the two: (a)*(b).'],
  ['|', 'For an absolute value write abs(x), for the length of a vector norm(x), for “a or b” max(a, b).'],
  ['%', 'For the remainder of a/b, write mod(a, b); a comment starts with “#”.'],
  [
    '\\',
    'The solution of A @ x = b is solve(A, b). Commands with a backslash are not read: write sin(x), sqrt(x), a/b.',
  ],
  ['?', 'To choose between two values, write where(condition, a, b).'],
  [
    ':',
    'A definition is written with “=”, a choice as where(condition, a, b), a slice in square brackets as in x[1:3], numbers in a row as arange(4).',
  ],
  ['.', 'A “.” stands only in a number, or before T.'],
  ['{', CURLY],
  ['}', CURLY],
  ["'", PRIME],
  ['′', PRIME],
  ['’', `${PRIME} ${QUOTED}`],
  ['´', PRIME],
  ['"', QUOTED],
  ['“', QUOTED],
  ['”', QUOTED],
  ['‘', QUOTED],
  ['`', QUOTED],
  ...[...'₀₁₂₃₄₅₆₇₈₉'].map((digit): [string, string] => [digit, BELOW]),
  ['√', 'Write sqrt(x).'],
  ['∛', 'Write cbrt(x).'],
  ['°', 'Angles are in radians: write x*pi/180.'],
  ['±', 'Write “+” or “-”.'],
  ['∘', 'For an entry by entry product write “*”, for f after g f(g(x)).'],
  ['⊗', 'For the outer product of two vectors write outer(a, b).'],
  ['⊕', 'Write “+”, or concat(a, b).'],
  ['∑', 'Write the terms out, with “+” between them; sum(x) adds the entries of an array.'],
  ['∏', 'Write the factors out, with “*” between them; prod(x) multiplies the entries of an array.'],
  ['∫', 'Integrals are not computed.'],
  ['∂', DERIVATIVES],
  ['∇', DERIVATIVES],
])

/** Signs of more than one character. */
const LONG: ReadonlyMap<string, string> = new Map([
  ['//', 'A comment starts with “#”; a division that rounds down is floor(a/b).'],
  ['/*', 'A comment starts with “#”, on each of its lines.'],
  ['*/', 'A comment starts with “#”, on each of its lines.'],
])

const OTHERWISE = 'Names are made of letters, digits and “_”.'

const replaced = (span: Span, by: string): Fix => ({ label: `Write ${shorten(by)}`, changes: [replacing(span, by)] })

const FRACTIONAL_EXPONENT = /^[\d.]+e[+-]?\d+\./i

function misspelt(token: Token, written: string): Diagnostic {
  if (token.kind !== 'number')
    return error(
      token,
      `${quote(written)} is not part of the language. Write ${quote(token.text)} instead.`,
      replaced(token, token.text),
    )
  const says = `${quote(written)} is not a number that can be read:`
  if (FRACTIONAL_EXPONENT.test(written)) return error(token, `${says} what follows “e” is a whole number.`)
  if (/\..*\./.test(written)) return error(token, `${says} it has more than one decimal point.`)
  return error(token, `${says} it has “_” in it.`, replaced(token, token.text))
}

const ROWS = '“;” ends a statement. The rows of a matrix are arrays in an array: write [[1, 2], [3, 4]].'

const ROOTS: ReadonlyMap<string, string> = new Map([
  ['√', 'sqrt'],
  ['∛', 'cbrt'],
])

const ROOTED = /(\()|[ \t]*([\p{L}\p{N}_.]{1,60})(?=[ \t]*(?:$|[\n\r;,)\]+\-*/<>=#]))/uy

/** `√x` and `√(x + 1)`, whose operand is plain to see; not `√2x` or `√x^2`. */
function rootFix(token: Token, written: string, source: string): Fix | undefined {
  const root = ROOTS.get(written)
  if (!root) return undefined
  ROOTED.lastIndex = token.to
  const [whole, open, operand = ''] = ROOTED.exec(source) ?? []
  if (open) return replaced(token, root)
  if (whole === undefined || /\d\p{L}/u.test(operand)) return undefined
  return replaced({ from: token.from, to: token.to + whole.length }, `${root}(${operand})`)
}

/** What cannot be seen has no meaning. */
const invisibleFix = (token: Token, written: string): Fix | undefined =>
  /^[\p{Cf}\p{Cc}]+$/u.test(written) ? { label: 'Remove what cannot be seen', changes: [deleting(token)] } : undefined

function unknown(token: Token, written: string, source: string): Diagnostic {
  const first = String.fromCodePoint(written.codePointAt(0) as number)
  const advice = LONG.get(written) ?? ADVICE.get(first) ?? OTHERWISE
  const fix = rootFix(token, written, source) ?? invisibleFix(token, written)
  return error(token, `${quote(written)} is not part of the language. ${advice}`, fix)
}

/** What is wrong with the word by itself; null if nothing is. */
export function spellingProblem(source: string, token: Token): Diagnostic | null {
  if (!token.wrong && token.kind !== 'error') return null
  const written = source.slice(token.from, token.to)
  if (token.wrong) return misspelt(token, written)
  return token.text === ';' ? error(token, ROWS) : unknown(token, written, source)
}
