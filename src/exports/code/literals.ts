import { remarkLines } from '../remarks.ts'

/** What a user typed as comments, line by line; after a bar no tool takes it for a directive. */
export const commented = (text: string, mark: string): string[] => remarkLines(`${mark} |`, text)

/** A string literal that Python, TypeScript and JSON read alike: only visible ASCII. */
export const quoted = (text: string): string =>
  JSON.stringify(text).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** A double in digits that read back to it; `special` are the names of NaN and infinity. */
export function digitsOf(x: number, special: { readonly nan: string; readonly infinity: string }): string {
  if (Number.isNaN(x)) return special.nan
  if (Math.abs(x) === Number.POSITIVE_INFINITY) return `${x < 0 ? '-' : ''}${special.infinity}`
  return Object.is(x, -0) ? '-0' : String(x)
}

/** The same as Python has floats: with a point or an exponent. */
export function floatOf(x: number): string {
  const digits = digitsOf(x, { nan: 'math.nan', infinity: 'math.inf' })
  return /[.en]/.test(digits) ? digits : `${digits}.0`
}
