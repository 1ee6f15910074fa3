const COUNT = 10
/** How far values may spread beyond their middle half before a pole would take all the lines. */
const MOST_SPREAD = 6

/** Heights of contours: evenly apart, or, where a few values lie far out, with as many values between one and the next. */
export function levelsOf(values: ArrayLike<number>): number[] {
  const sorted = Float64Array.from(values).filter(Number.isFinite).sort()
  if (sorted.length === 0) return []
  const at = (part: number) => sorted[Math.round(part * (sorted.length - 1))]
  const parts = Array.from({ length: COUNT }, (_, i) => (i + 0.5) / COUNT)
  const isEven = at(1) - at(0) <= MOST_SPREAD * (at(0.75) - at(0.25))
  const levels = parts.map((part) => (isEven ? at(0) + part * (at(1) - at(0)) : at(part)))
  return levels.filter((level, i) => level !== levels[i - 1] && at(1) > at(0))
}
