/** A program to open, and what it teaches. */
export interface Example {
  readonly group: string
  readonly name: string
  readonly program: string
  /** Where it is from. */
  readonly source: string
  /** One sentence. */
  readonly about: string
}
