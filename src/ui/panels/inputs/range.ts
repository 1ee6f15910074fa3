/** Where a slider goes: from −limit to limit. */
export type Limit = number

/** At first −5 … 5; a tiny value gets a range in which it can be moved. */
export function firstLimit(value: number): Limit {
  const size = Math.abs(value)
  return size > 0 && size < 0.05 ? niceAbove(10 * size) : grownLimit(5, value)
}

/** The same range while the value lies inside, so that it holds still under a drag; else a round one of twice the value. */
export const grownLimit = (limit: Limit, value: number): Limit =>
  Math.abs(value) <= limit || !Number.isFinite(value) ? limit : niceAbove(2 * Math.abs(value))

/** The least of 1, 2 and 5 times a power of ten that is not smaller. */
function niceAbove(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size))
  const nice = [1, 2, 5, 10].map((digit) => digit * power).find((candidate) => candidate >= size) ?? size
  return Math.min(Math.max(nice, Number.MIN_VALUE), Number.MAX_VALUE)
}

/** A hundredth of the way: what one press of an arrow key moves. */
export const sliderStep = (limit: Limit): number => clean(limit / 50)

/** The nearest whole number of steps, inside the range, in as few digits as it has; never −0. */
export function snapped(value: number, limit: Limit): number {
  const step = sliderStep(limit)
  const near = clean(Math.round(value / step) * step)
  return Math.min(limit, Math.max(-limit, near)) + 0
}

/** Without the digits that binary fractions leave at the end. */
export const clean = (value: number): number => Number(value.toPrecision(12))
