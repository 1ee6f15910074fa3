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

function rounded(x: number): Rounded {
  const negative = x < 0
  const size = Math.abs(x)
  if (Number.isInteger(size) && size < WHOLE) return { negative, digits: String(size), exponent: null }
  const [mantissa, power] = size.toExponential(FIGURES - 1).split('e')
  const exponent = Number(power)
  if (exponent < -3 || exponent >= FIGURES) return { negative, digits: String(Number(mantissa)), exponent }
  return { negative, digits: String(Number(size.toPrecision(FIGURES))), exponent: null }
}

/** Words for the values that are no decimals, and for the parts of those that are. */
interface NumberWords {
  readonly nan: string
  readonly infinity: string
  readonly minus: string
  readonly power: (digits: string, exponent: number) => string
}

function write(x: number, words: NumberWords): string {
  if (Number.isNaN(x)) return words.nan
  if (!Number.isFinite(x)) return (x < 0 ? words.minus : '') + words.infinity
  const { negative, digits, exponent } = rounded(x)
  return (negative ? words.minus : '') + (exponent === null ? digits : words.power(digits, exponent))
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** A whole number in raised digits: ⁻⁴. */
export const superscript = (x: number): string =>
  String(x).replace(/./g, (sign) => (sign === '-' ? '⁻' : SUPERSCRIPTS[Number(sign)]))

/** For the screen: four significant figures, a true minus, 1.235×10⁻⁴ for the tiny and the huge, ∞, NaN. */
export const short = (x: number): string =>
  write(x, {
    nan: 'NaN',
    infinity: '∞',
    minus: '−',
    power: (digits, exponent) => `${digits}×10${superscript(exponent)}`,
  })

/** The shortest decimal that reads back to the same double; `NaN`, `Infinity`, `-Infinity`, `-0`. */
export const exact = (x: number): string => (Object.is(x, -0) ? '-0' : String(x))

export const latexNumber = (x: number): string =>
  write(x, {
    nan: '\\mathrm{NaN}',
    infinity: '\\infty',
    minus: '-',
    power: (digits, exponent) => `${digits}\\times 10^{${exponent}}`,
  })

/** As `latexNumber`, but with all the digits of a literal in a formula. */
export function latexLiteral(x: number): string {
  const [digits, exponent] = exact(x).split('e')
  if (!Number.isFinite(x)) return latexNumber(x)
  return exponent === undefined ? digits : `${digits}\\times 10^{${Number(exponent)}}`
}

export const spokenNumber = (x: number): string =>
  write(x, {
    nan: 'not a number',
    infinity: 'infinity',
    minus: 'minus ',
    power: (digits, exponent) => `${digits} times 10 to the ${exponent < 0 ? 'minus ' : ''}${Math.abs(exponent)}`,
  })

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** A count in a sentence: words up to ten. */
export const counted = (count: number): string => SMALL[count] ?? String(count)
