/** What names in an expression stand for, where it stands. */
export interface Names {
  /** Whether the program has a definition of that name. */
  readonly isOwn: (name: string) => boolean
  /** The value of a name that is a number in itself; null for other names. */
  readonly constant: (name: string) => number | null
}
