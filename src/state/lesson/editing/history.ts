/** What was edited, with all that it was before and what was taken back. Values are never changed. */
export interface Edits<T> {
  readonly past: readonly T[]
  readonly value: T
  readonly future: readonly T[]
  /** What the last edit was of: the next one of the same is part of it. Null where it stands alone. */
  readonly of: string | null
}

/** Edits that can be taken back. */
const MOST = 500

/** The value before any edit. */
export const unedited = <T>(value: T): Edits<T> => ({ past: [], value, future: [], of: null })

/** One edit on; letters that are typed into one field one after the other are one edit. */
export function edited<T>({ past, value, of: before }: Edits<T>, after: T, of: string | null = null): Edits<T> {
  const isSame = of !== null && of === before
  return { past: isSame ? past : [...past, value].slice(-MOST), value: after, future: [], of }
}

/** The last edit taken back; as it is where there is none. */
export function undone<T>(edits: Edits<T>): Edits<T> {
  const { past, value, future } = edits
  const before = past.at(-1)
  return before === undefined ? edits : { past: past.slice(0, -1), value: before, future: [value, ...future], of: null }
}

/** The last one that was taken back, made again. */
export function redone<T>(edits: Edits<T>): Edits<T> {
  const { past, value, future } = edits
  const [after, ...left] = future
  return after === undefined ? edits : { past: [...past, value], value: after, future: left, of: null }
}
