import { listed } from '../language/words.ts'
import type { Value } from '../primitives/value.ts'
import { entriesOf, writeNumber } from './numbers.ts'
import { shapeName, shapeOf } from './shapes.ts'

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
  return entries.length > MOST_SAID ? rangeSaid(entries) : listed(entries.map(spokenScalar))
}

/** NaN is neither the least nor the greatest, and is said apart. */
function rangeSaid(entries: readonly number[]): string {
  const known = entries.filter((x) => !Number.isNaN(x))
  if (known.length === 0) return `all ${spokenScalar(Number.NaN)}`
  const least = known.reduce((a, b) => Math.min(a, b))
  const greatest = known.reduce((a, b) => Math.max(a, b))
  const range =
    least === greatest ? `all ${spokenScalar(least)}` : `from ${spokenScalar(least)} to ${spokenScalar(greatest)}`
  return known.length === entries.length ? range : `${range}, some ${spokenScalar(Number.NaN)}`
}

const spokenScalar = (x: number): string =>
  writeNumber(x, {
    nan: 'not a number',
    hidden: 'hidden',
    infinity: 'infinity',
    minus: 'minus ',
    power: (digits, exponent) => `${digits} times 10 to the ${exponent < 0 ? 'minus ' : ''}${Math.abs(exponent)}`,
  })

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** A count within a sentence: a word up to ten, then digits. */
export const spelled = (count: number): string => SMALL[count] ?? String(count)
