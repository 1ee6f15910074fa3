/** Links of a path that are written out. */
const MOST = 9
const ENDS = 3

/** A long list by its first and last items, with what is left out counted between them. */
export function shortened(items: readonly string[], separator: string): string {
  if (items.length <= MOST) return items.join(separator)
  const left = items.length - 2 * ENDS
  return [...items.slice(0, ENDS), `… ${left} more …`, ...items.slice(-ENDS)].join(separator)
}
