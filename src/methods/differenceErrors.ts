import { type FunctionSlice, type Scheme, scaleOf } from './differences.ts'

/** Where the error of a numerical derivative comes from: two sides, one of which grows with h and one shrinks. */
export interface ErrorSources {
  /** What the series leaves out: |f″|·h/2, or |f‴|·h²/6 for central differences. */
  readonly truncation: number
  /** What the rounding of the two values makes of their difference: 2δ/h, or δ/h, where δ is that of one value. */
  readonly rounding: number
  readonly dominates: 'truncation' | 'rounding'
  /** Why, in one plain sentence. */
  readonly says: string
}

/** |f″| for forward differences, |f‴| for central ones, by differences themselves: their magnitude is all that is asked. */
export function curvature({ f, x }: FunctionSlice, scheme: Scheme): number {
  // Where truncation and rounding of these differences balance.
  const h = scaleOf(x) * Number.EPSILON ** (scheme === 'forward' ? 1 / 4 : 1 / 5)
  if (scheme === 'forward') return Math.abs((f(x + h) - 2 * f(x) + f(x - h)) / h ** 2)
  return Math.abs((f(x + 2 * h) - 2 * f(x + h) + 2 * f(x - h) - f(x - 2 * h)) / (2 * h ** 3))
}

/** The two sides of the error at a step size, estimated. (Dahlquist and Björck 2008, section 3.3.) */
export function errorSources(
  slice: FunctionSlice,
  h: number,
  scheme: Scheme,
  bend = curvature(slice, scheme),
): ErrorSources {
  const truncation = scheme === 'forward' ? (bend * h) / 2 : (bend * h ** 2) / 6
  const rounding = valueRounding(slice) * (scheme === 'forward' ? 2 / h : 1 / h)
  const dominates = truncation > rounding ? 'truncation' : 'rounding'
  return { truncation, rounding, dominates, says: SAYS[dominates] }
}

/** The step at which both sides are equal; Infinity where nothing bends. */
export function balancedStep(slice: FunctionSlice, scheme: Scheme, bend = curvature(slice, scheme)): number {
  const delta = valueRounding(slice)
  return scheme === 'forward' ? Math.sqrt((4 * delta) / bend) : Math.cbrt((6 * delta) / bend)
}

/** A value is rounded once at least. */
const valueRounding = ({ f, x, rounding }: FunctionSlice): number =>
  Math.max(rounding, (Number.EPSILON / 2) * Math.abs(f(x)), Number.MIN_VALUE)

const SAYS = {
  truncation: 'Truncation: the step is so wide that the curve bends away from its chord. A smaller h helps.',
  rounding: 'Rounding: the two values are so close that their difference has few digits left. A larger h helps.',
} as const
