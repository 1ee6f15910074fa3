/** Longer words are not compared: they would take long, and are nobody's slip. */
const LONGEST_WORD = 24

/** Of longer words two letters may be wrong. */
const LONG_WORD = 8

/** The words that differ least from `word`, and by one letter only, of a long one by two. */
export function nearest(word: string, known: Iterable<string>): string[] {
  if (word.length > LONGEST_WORD || word.length < 3) return []
  let least = word.length < LONG_WORD ? 1 : 2
  let found: string[] = []
  for (const candidate of new Set(known)) {
    if (Math.abs(candidate.length - word.length) > least) continue
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (distance < least) found = []
    if (distance <= least) found.push(candidate)
    least = Math.min(least, distance)
  }
  return found
}

/** How many letters to insert, delete, replace, or swap with the next one (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = a[i - 1] === b[j - 1] ? 0 : 1
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + changed)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) next[j] = Math.min(next[j], before[j - 2] + 1)
    }
    before = row
    row = next
  }
  return row[b.length]
}

/** The known names that `word` is written of, such as x and y for `xy`; null if it is none, or one. */
export function factors(word: string, isKnown: (name: string) => boolean): string[] | null {
  if (word.length > LONGEST_WORD) return null
  const splits: (string[] | null)[] = [[]]
  for (let end = 1; end <= word.length; end++) {
    splits[end] = null
    for (let start = 0; start < end && !splits[end]; start++) {
      const name = word.slice(start, end)
      const before = splits[start]
      if (before && name !== word && isKnown(name)) splits[end] = [...before, name]
    }
  }
  return splits[word.length]
}
