import { grouped } from '../../../language/grouped.ts'
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

/** A count and its noun: `1 path`, `2 paths`. */
export const counting = (count: bigint | number, noun: string, plural = `${noun}s`): string =>
  `${countText(count)} ${count === 1 || count === 1n ? noun : plural}`
