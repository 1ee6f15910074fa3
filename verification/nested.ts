import type { BigNumber } from 'mathjs'
import type { Value } from '../src/primitives/value.ts'
import { big } from './oracle.ts'

/** A number, or an array as arrays of its items. */
export type Nested = BigNumber | readonly Nested[]

export const isArray = (x: Nested): x is readonly Nested[] => Array.isArray(x)

export const itemsOf = (x: Nested): readonly Nested[] => {
  if (!isArray(x)) throw new Error('A number has no items.')
  return x
}

export const rankOf = (x: Nested): number => (isArray(x) ? 1 + rankOf(x[0]) : 0)

export const shapeOf = (x: Nested): number[] => (isArray(x) ? [x.length, ...shapeOf(x[0])] : [])

export const entriesOf = (x: Nested): BigNumber[] => (isArray(x) ? x.flatMap(entriesOf) : [x])

export const nestedOf = (value: Value): Nested => (typeof value === 'number' ? big(value) : value.map(nestedOf))

/** The entries in their order, in arrays of the shape. */
export function shaped([length, ...rest]: readonly number[], entries: readonly BigNumber[]): Nested {
  if (length === undefined) return entries[0]
  const size = entries.length / length
  return Array.from({ length }, (_, i) => shaped(rest, entries.slice(i * size, (i + 1) * size)))
}

/**
 * A function of items of one rank, by NumPy's rules for more axes: those of the operands are matched from the last, and
 * what has fewer axes or one item serves every place.
 */
export function broadcasting(f: (...items: Nested[]) => Nested, operands: readonly Nested[], rank = 0): Nested {
  const most = Math.max(...operands.map(rankOf))
  if (most <= rank) return f(...operands)
  const walked = operands.map((x) => (rankOf(x) === most ? itemsOf(x) : null))
  const length = Math.max(...walked.map((items) => items?.length ?? 1))
  return Array.from({ length }, (_, i) =>
    broadcasting(
      f,
      operands.map((x, slot) => walked[slot]?.at(walked[slot].length === 1 ? 0 : i) ?? x),
      rank,
    ),
  )
}
