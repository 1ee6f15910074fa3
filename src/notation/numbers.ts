import { shapeText } from '../primitives/shape.ts'
import type { Value } from '../primitives/value.ts'
import { asked } from './asked.ts'
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
  /** What stands for a number that is hidden; “?” where nothing else is said. */
  readonly hidden?: string
  readonly infinity: string
  readonly minus: string
  readonly power: (digits: string, exponent: number) => string
}

/** Rounded, in the words of a notation. */
export function writeNumber(x: number, words: NumberWords, figures = FIGURES): string {
  if (Number.isNaN(x)) return asked.isOn ? (words.hidden ?? '?') : words.nan
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
const LONGEST_VECTOR = 12

/**
 * For the screen: four significant figures, a true minus, 1.235×10⁻⁴ for the tiny and the huge, ∞, NaN.
 * Of an array the shape, `2×3` or `16-vector`; a short vector in full, `[1, 2.5]`.
 */
export function short(value: Value): string {
  if (typeof value === 'number') return shortNumber(value)
  const shape = shapeOf(value)
  if (shape.length > 1) return shapeText(shape)
  const full = shape[0] > LONGEST_VECTOR ? '' : nestedText(value, shortNumber, ', ')
  return full && full.length <= LONGEST_VECTOR ? full : shapeName(shape)
}

/** As `short`, but of an array all its numbers. */
export const full = (value: Value): string => nestedText(value, shortNumber, ', ')

const SCREEN: NumberWords = {
  nan: 'NaN',
  infinity: '∞',
  minus: '−',
  power: (digits, exponent) => `${digits}×10${superscript(exponent)}`,
}

const shortNumber = (x: number): string => writeNumber(x, SCREEN)

/** As `short`, with fewer figures where it would be longer than so many characters: −1.2×10⁻⁴ in nine. */
export const shortWithin = (x: number, most: number): string => written(x, SCREEN, FIGURES, most)

function written(x: number, words: NumberWords, figures: number, most: number): string {
  const text = writeNumber(x, words, figures)
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
export const exact = (value: Value): string => nestedText(value, exactNumber, ',')

const exactNumber = (x: number): string => (Object.is(x, -0) ? '-0' : asked.isOn && Number.isNaN(x) ? '?' : String(x))

/** In a message: six digits at most, with a true minus; `NaN`, `Infinity`, `−Infinity`. */
export const sixDigits = (x: number): string => String(Number(x.toPrecision(6))).replaceAll('-', SCREEN.minus)

/** A decimal with as many digits as there is room for, in characters, and never half a number: where one does not fit, it is rounded. */
export function fittingDecimal(x: number, room: number): string {
  const full = exact(x)
  if (full.length <= room) return full
  for (let figures = FIGURES_OF_DOUBLES; figures > 1; figures--) {
    const text = String(Number(x.toPrecision(figures)))
    if (text.length <= room) return text
  }
  return x.toExponential(0).replace('e+', 'e')
}

const FIGURES_OF_DOUBLES = 17
