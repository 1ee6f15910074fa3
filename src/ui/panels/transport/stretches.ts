/** Passes that share one stretch of the scrubber: those of an array, one for each entry. */
export interface Stretch {
  /** Passes of the mode that come before it. */
  readonly before: number
  readonly passes: number
}

/**
 * One stretch for each input or output, by its number of entries; all passes in one where there are too many of them. Of
 * `count` passes, where not all are shown.
 */
export function stretchesOf(sizes: readonly number[], most: number, count = Number.POSITIVE_INFINITY): Stretch[] {
  const all = sizes.reduce((sum, size) => sum + size, 0)
  if (sizes.length > most) return [{ before: 0, passes: Math.min(all, count) }]
  let before = 0
  return sizes.flatMap((size) => {
    const stretch = { before, passes: Math.min(size, count - before) }
    before += size
    return stretch.passes > 0 ? [stretch] : []
  })
}

/** Which part of a stretch is done, given the passes of the mode that are, the one at hand by its share. */
export const doneOf = ({ before, passes }: Stretch, done: number): number =>
  Math.min(1, Math.max(0, (done - before) / passes))
