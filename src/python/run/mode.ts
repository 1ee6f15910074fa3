import type { Value } from '../../primitives/value.ts'
import type { FixedNames } from './intent.ts'

/** How a text is run: what of it becomes an input. */
export interface RunningMode {
  /** Values that the reader has set for inputs. */
  readonly chosen: Readonly<Record<string, Value>>
  /** It asks for derivatives, so that only what is asked for is differentiated. */
  readonly asks: boolean
  readonly fixed: FixedNames
  /** Numbers in calls of the text’s own functions are inputs, since it has no others. */
  readonly givesArguments: boolean
}
