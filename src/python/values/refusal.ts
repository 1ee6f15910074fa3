import type { Fix } from '../../language/diagnostic.ts'
import type { Span } from '../../language/syntax.ts'

/** What to do about a name that is not in the tables. */
export const ELSEWHERE = 'Write it with functions that are.'

/** Why a program is not read, or does not run: what, where, and what to do. It becomes the diagnostic of severity `error`. */
export class Refusal extends Error {
  readonly at: Span
  readonly fix: Fix | undefined
  constructor(message: string, at: Span, fix?: Fix) {
    super(message)
    this.at = at
    this.fix = fix
  }
}
