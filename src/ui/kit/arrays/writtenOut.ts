import { exact } from '../../../notation/numbers.ts'
import type { Tensor, Value } from '../../../primitives/value.ts'

/** Longer texts would make the page slow. */
const MOST_ENTRIES = 10_000

/** The numbers of an array for `<data value>`; of a huge one nothing. */
export const writtenOut = (value: Value, { entries }: Tensor): string | undefined =>
  entries.length <= MOST_ENTRIES ? exact(value) : undefined
