/** The small words of which sentences are made, for every room: all of them speak to the reader. */

/** A count with commas between thousands, as everywhere on the page: 24,185. The browser's own formats take long to load. */
export const grouped = (count: number | bigint): string =>
  Number.isNaN(count) ? '?' : String(count).replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',')

/** The noun that so many take: `path`, `paths`. */
export const noun = (many: number | bigint, one: string, plural = `${one}s`): string =>
  many === 1 || many === 1n ? one : plural

/** A count and its noun: `1 path`, `24,185 paths`. */
export const count = (many: number | bigint, one: string, plural?: string): string =>
  `${grouped(many)} ${noun(many, one, plural)}`

/** `x1`, `x1 and x2`, `x1, x2 and x3`. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`
}

/** As `listed`, but of more than `most` items the rest is counted: `x1, x2 and 7 more`. */
export const listedUpTo = <Item>(most: number, items: readonly Item[], text: (item: Item) => string): string =>
  listed([...items.slice(0, most).map(text), ...(items.length > most ? [`${items.length - most} more`] : [])])

/** A text in so many characters at most: a longer one is cut and ends in an ellipsis. */
export function shorten(text: string, longest = LONGEST_QUOTE): string {
  if (text.length <= longest) return text
  // A character takes two of the string's units at most; the rest of a very long text is not even looked at.
  const characters = [...text.slice(0, 2 * longest + 1)]
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`
}

const LONGEST_QUOTE = 40

/** A piece of the program as a message shows it. */
export const quote = (text: string): string => `“${shorten(text)}”`
