import { type Shape, shapeText } from '../primitives/shape.ts'
import type { Value } from '../primitives/value.ts'
import { shapeName, shapeOf } from './shapes.ts'

/** A number rounded to four significant figures, in parts that each notation puts together. */
interface Rounded {
  readonly negative: boolean
  readonly digits: string
  /** Of ten, in scientific notation; null in plain decimals. */
  readonly exponent: number | null
}

const FIGURES = 4
/** Whole numbers below this are shown in full: rounding them would look like another number. */
const WHOLE = 1e6

function rounded(x: number, figures: number): Rounded {
  const negative = x < 0
  const size = Math.abs(x)
  if (Number.isInteger(size) && size < WHOLE) return { negative, digits: String(size), exponent: null }
  const [mantissa, power] = size.toExponential(figures - 1).split('e')
  const exponent = Number(power)
  if (exponent < -3 || exponent >= FIGURES) return { negative, digits: String(Number(mantissa)), exponent }
  return { negative, digits: String(Number(size.toPrecision(Math.max(figures, exponent + 1)))), exponent: null }
}

/** Words for the values that are no decimals, and for the parts of those that are. */
interface NumberWords {
  readonly nan: string
  readonly infinity: string
  readonly minus: string
  readonly power: (digits: string, exponent: number) => string
}

function write(x: number, words: NumberWords, figures = FIGURES): string {
  if (Number.isNaN(x)) return words.nan
  if (!Number.isFinite(x)) return (x < 0 ? words.minus : '') + words.infinity
  const { negative, digits, exponent } = rounded(x, figures)
  return (negative ? words.minus : '') + (exponent === null ? digits : words.power(digits, exponent))
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** A whole number in raised digits: ⁻⁴. */
export const superscript = (x: number): string =>
  String(x).replace(/./g, (sign) => (sign === '-' ? '⁻' : SUPERSCRIPTS[Number(sign)]))

/** The entries of a value in row-major order. */
export function entriesOf(value: Value): readonly number[] {
  const entries: number[] = []
  const read = (part: Value): void => {
    if (typeof part === 'number') entries.push(part)
    else for (const item of part) read(item)
  }
  read(value)
  return entries
}

const nestedText = (value: Value, write: (x: number) => string, separator: string): string =>
  typeof value === 'number'
    ? write(value)
    : `[${value.map((item) => nestedText(item, write, separator)).join(separator)}]`

/** Longest vector that is written in full, in characters. */
const LONGEST = 12

/**
 * For the screen: four significant figures, a true minus, 1.235×10⁻⁴ for the tiny and the huge, ∞, NaN.
 * Of an array the shape, `2×3` or `16-vector`; a short vector in full, `[1, 2.5]`.
 */
export function short(value: Value): string {
  if (typeof value === 'number') return shortNumber(value)
  const shape = shapeOf(value)
  if (shape.length > 1) return shapeText(shape)
  const full = shape[0] > LONGEST ? '' : nestedText(value, shortNumber, ', ')
  return full && full.length <= LONGEST ? full : shapeName(shape)
}

/** As `short`, but of an array all its numbers. */
export const full = (value: Value): string => nestedText(value, shortNumber, ', ')

const SCREEN: NumberWords = {
  nan: 'NaN',
  infinity: '∞',
  minus: '−',
  power: (digits, exponent) => `${digits}×10${superscript(exponent)}`,
}

const shortNumber = (x: number): string => write(x, SCREEN)

/** As `short`, with fewer figures where it would be longer than so many characters: −1.2×10⁻⁴ in nine. */
export const shortWithin = (x: number, most: number): string => written(x, SCREEN, FIGURES, most)

function written(x: number, words: NumberWords, figures: number, most: number): string {
  const text = write(x, words, figures)
  return text.length <= most || figures === 1 ? text : written(x, words, figures - 1, most)
}

/** Characters that a small array has room for in each column; a gap of one more takes what is longer. */
export const ENTRY_PLACES = 6
const ENTRY_FIGURES = 3
const ENTRY: NumberWords = {
  ...SCREEN,
  power: (digits, exponent) => `${digits}e${exponent}`.replace('-', SCREEN.minus),
}

/** An entry of a small array: three significant figures, or fewer where it would be too long: −0.382, −1.2e9. */
export const shortEntry = (x: number): string => written(x, ENTRY, ENTRY_FIGURES, ENTRY_PLACES)

/** The shortest decimal that reads back to the same double; `NaN`, `Infinity`, `-Infinity`, `-0`. Of arrays, `[[1,2],[3,4]]`. */
export const exact = (value: Value): string => nestedText(value, (x) => (Object.is(x, -0) ? '-0' : String(x)), ',')

/** In a message: six digits at most, with a true minus; `NaN`, `Infinity`, `−Infinity`. */
export const sixDigits = (x: number): string => String(Number(x.toPrecision(6))).replaceAll('-', SCREEN.minus)

/** A decimal with as many digits as there is room for, in characters, and never half a number: where one does not fit, it is rounded. */
export function fitting(x: number, room: number): string {
  const full = exact(x)
  if (full.length <= room) return full
  for (let figures = FIGURES_OF_DOUBLES; figures > 1; figures--) {
    const text = String(Number(x.toPrecision(figures)))
    if (text.length <= room) return text
  }
  return x.toExponential(0).replace('e+', 'e')
}

const FIGURES_OF_DOUBLES = 17

/** An array with more entries than this along any axis, or more than two axes, is shown by its shape in mathematics. */
const LONGEST_AXIS = 3

/** Whether mathematics has room for its numbers. */
export function isWrittenOut(value: Value): boolean {
  const shape = shapeOf(value)
  return shape.length <= 2 && shape.every((length) => length <= LONGEST_AXIS)
}

/** In LaTeX: a number; a small array in full, a vector as a column; a larger one as dots with its shape. */
export function latexNumber(value: Value): string {
  if (typeof value === 'number') return latexScalar(value)
  if (!isWrittenOut(value)) return latexShaped('[\\cdots]', shapeOf(value))
  const rows = value.map((row) => (typeof row === 'number' ? [row] : row).map(latexNumber).join(' & '))
  return `\\begin{bmatrix}${rows.join(' \\\\ ')}\\end{bmatrix}`
}

/** A symbol with the shape of what it stands for. */
export const latexShaped = (symbol: string, shape: Shape): string =>
  `\\underset{\\scriptscriptstyle ${shape.join('\\times ')}}{${symbol}}`

const latexScalar = (x: number): string =>
  write(x, {
    nan: '\\mathrm{NaN}',
    infinity: '\\infty',
    minus: '-',
    power: (digits, exponent) => `${digits}\\times 10^{${exponent}}`,
  })

/** As `latexNumber`, but with all the digits of a literal in a formula. */
export function latexLiteral(x: number): string {
  const [digits, exponent] = exact(x).split('e')
  if (!Number.isFinite(x)) return latexScalar(x)
  return exponent === undefined ? digits : `${digits}\\times 10^{${Number(exponent)}}`
}

/** More entries than this are not said one by one. */
const MOST_SAID = 6

/** In words: `minus 2`, `2 by 2 matrix of 1, 2, 3 and 4`, `16-vector of numbers from 0 to 5`. */
export function spokenNumber(value: Value): string {
  if (typeof value === 'number') return spokenScalar(value)
  const said = entriesSaid(value)
  const of = /^(from|all)/.test(said) ? 'of numbers ' : 'of '
  return `${shapeName(shapeOf(value)).replaceAll('×', ' by ')} ${of}${said}`
}

/** The entries of a value in words: `1, 2 and 3`; of many `from 0 to 5`. */
export function entriesSaid(value: Value): string {
  const entries = entriesOf(value)
  if (entries.length > MOST_SAID) return rangeSaid(entries)
  const said = entries.map(spokenScalar)
  return said.length > 1 ? `${said.slice(0, -1).join(', ')} and ${said[said.length - 1]}` : said[0]
}

/** NaN is neither the least nor the greatest, and is said apart. */
function rangeSaid(entries: readonly number[]): string {
  const known = entries.filter((x) => !Number.isNaN(x))
  if (known.length === 0) return 'all not a number'
  const least = known.reduce((a, b) => Math.min(a, b))
  const greatest = known.reduce((a, b) => Math.max(a, b))
  const range =
    least === greatest ? `all ${spokenScalar(least)}` : `from ${spokenScalar(least)} to ${spokenScalar(greatest)}`
  return known.length === entries.length ? range : `${range}, some not a number`
}

const spokenScalar = (x: number): string =>
  write(x, {
    nan: 'not a number',
    infinity: 'infinity',
    minus: 'minus ',
    power: (digits, exponent) => `${digits} times 10 to the ${exponent < 0 ? 'minus ' : ''}${Math.abs(exponent)}`,
  })

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** A count within a sentence: a word up to ten, then digits. */
export const spelled = (count: number): string => SMALL[count] ?? String(count)
