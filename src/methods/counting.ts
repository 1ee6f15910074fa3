/** Beyond this, numbers that nobody would read stop growing: a count of it means “this many or more”. */
export const MOST_COUNTED = 10n ** 1000n

/** An exact count, up to MOST_COUNTED. */
export const bounded = (count: bigint): bigint => (count > MOST_COUNTED ? MOST_COUNTED : count)

/** The exact sum of counts, up to MOST_COUNTED. */
export const boundedTotal = (counts: readonly bigint[]): bigint =>
  counts.reduce((sum, count) => bounded(sum + count), 0n)
