import type { Span } from '../../language/syntax.ts'
import type { Running } from '../run/running.ts'
import type { Library, Numbered } from '../values/numbered.ts'

/** Two operands, under the library whose rules hold for both. */
export interface Pair {
  readonly running: Running
  readonly left: Numbered
  readonly right: Numbered
  readonly library: Library
  readonly at: Span
}
