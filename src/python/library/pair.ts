import type { Span } from '../../language/syntax.ts'
import type { Running } from '../run/running.ts'
import type { Library, PyNumber } from '../values/numbered.ts'

/** Two operands, under the library whose rules hold for both. */
export interface NumberPair {
  readonly running: Running
  readonly left: PyNumber
  readonly right: PyNumber
  readonly library: Library
  readonly at: Span
}
