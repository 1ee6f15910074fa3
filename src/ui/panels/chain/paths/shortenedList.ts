/** Items that are written out. */
const MOST_ITEMS = 9
const ENDS = 3

/** A long list by its first and last items, with what is left out counted between them. */
export function shortenedList<Item>(items: readonly Item[], separator: string, text: (item: Item) => string): string {
  if (items.length <= MOST_ITEMS) return items.map(text).join(separator)
  const left = items.length - 2 * ENDS
  return [...items.slice(0, ENDS).map(text), `… ${left} more …`, ...items.slice(-ENDS).map(text)].join(separator)
}
