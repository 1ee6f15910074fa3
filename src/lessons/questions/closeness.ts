import { sameShape } from '../../primitives/shape.ts'
import type { Tensor } from '../../primitives/value.ts'
import type { Decimal } from './decimals.ts'
import type { ValuedFormula } from './valued.ts'

/**
 * How a number that was given stands to another:
 * - `same`: equal but for rounding errors, to a part in 10⁹;
 * - `rounded`: a decimal of three significant figures or more, rounded as it should be in its last place;
 * - `coarse`: rounded right, to one or two figures;
 * - `cut`: a decimal of three figures or more that was cut off where it should have been rounded up;
 * - `near`: off by half a percent at most;
 * - `other`: another number.
 */
export type Closeness = (typeof CLOSEST_FIRST)[number]
const CLOSEST_FIRST = ['same', 'rounded', 'coarse', 'cut', 'near', 'other'] as const

const RELATIVE = 1e-9
/** Of the largest number met: what rounding leaves of a 0. */
const ROUNDING = 1e-14
const FIGURES = 3
const NEAR = 0.005
/** A figure alone may stand for a number that is so far from it. */
const COARSE = 0.1

function closenessOf(given: number, decimal: Decimal | null, right: number, size: number): Closeness {
  if (given === right) return 'same'
  const off = Math.abs(given - right)
  if (!Number.isFinite(off)) return 'other'
  if (off <= RELATIVE * Math.abs(right) + ROUNDING * Math.max(1, size)) return 'same'
  const ofDecimal = decimal && closenessOfDecimal(off, given, decimal, right)
  return ofDecimal ?? (off <= NEAR * Math.abs(right) ? 'near' : 'other')
}

function closenessOfDecimal(off: number, given: number, decimal: Decimal, right: number): Closeness | null {
  const { figures, unit, coarsest } = decimal
  if (figures >= FIGURES && off <= half(unit)) return 'rounded'
  if (figures > 0 && off <= half(coarsest) && off <= COARSE * Math.abs(right)) return 'coarse'
  return figures >= FIGURES && off < unit && Math.abs(given) < Math.abs(right) ? 'cut' : null
}

/** Half a unit, and what the doubles of decimals are off. */
const half = (unit: number): number => (unit / 2) * (1 + RELATIVE)

/** Of arrays, that of the entry that is farthest off; null where the shapes differ. */
export function closenessTo({ tensor, decimals, size }: ValuedFormula, right: Tensor): Closeness | null {
  if (!sameShape(tensor.shape, right.shape)) return null
  const largest = right.entries.reduce((most, x) => Math.max(most, Math.abs(x)), size)
  const ranks = Array.from(tensor.entries, (x, i) =>
    CLOSEST_FIRST.indexOf(closenessOf(x, decimals[i], right.entries[i], largest)),
  )
  return CLOSEST_FIRST[Math.max(0, ...ranks)]
}

export const isRightly = (closeness: Closeness | null): boolean => closeness === 'same' || closeness === 'rounded'

/** Two figures tell a slip where nothing closer does. */
export const isRoughly = (closeness: Closeness | null, decimals: readonly (Decimal | null)[]): boolean =>
  isRightly(closeness) || (closeness === 'coarse' && decimals.every((each) => each === null || each.figures >= 2))
