import { grouped, noun } from '../../../language/words.ts'
import { MOST_COUNTED } from '../../../methods/counting.ts'
import { superscript } from '../../../notation/numbers.ts'

/** Longer numbers are rounded on the screen. */
const MOST_DIGITS = 60

/** A whole number with its digits in groups of three; beyond sixty digits how large it is. */
export function countText(count: bigint | number): string {
  const digits = String(count)
  if (count === MOST_COUNTED) return `10${superscript(digits.length - 1)} or more`
  if (digits.length > MOST_DIGITS) return `${digits[0]}.${digits.slice(1, 4)}×10${superscript(digits.length - 1)}`
  return grouped(count)
}

/** As `count`, for what may be beyond all reading. */
export const countLarge = (count: bigint | number, one: string): string => `${countText(count)} ${noun(count, one)}`
