import type { DifferenceAt, Scheme } from '../../../../methods/differences.ts'
import type { ErrorsAt } from '../../../../methods/measured.ts'
import { roughly } from '../words.ts'

/** Errors below this are drawn there: a difference may be exact, and 0 has no logarithm. */
const LEAST_ERROR = 1e-17
const MOST_ERROR = 1e3

export const drawnError = ({ error }: DifferenceAt): number => Math.min(MOST_ERROR, Math.max(LEAST_ERROR, error))

/** From the least to the largest power of ten that the curves reach. */
export function errorRange(curves: readonly (readonly DifferenceAt[])[]): readonly [number, number] {
  const exponents = curves.flat().flatMap((at) => (Number.isFinite(at.error) ? [Math.log10(drawnError(at))] : []))
  const [least, most] = exponents.length > 0 ? [Math.min(...exponents), Math.max(...exponents)] : [-17, 0]
  return [10 ** (Math.floor(least) - 0.4), 10 ** (Math.ceil(most) + 0.9)]
}

/** The chart in a sentence. */
export function errorsSaid(errors: Readonly<Record<Scheme, ErrorsAt>>): string {
  const said = (scheme: Scheme) =>
    `${scheme} differences are best at h = ${roughly(errors[scheme].best.h)}, with an error of ${roughly(errors[scheme].best.error)}`
  return `Error against step size, both as powers of ten: ${said('forward')}; ${said('central')}. Errors rise to the left by rounding, to the right by truncation.`
}
