import type { Value } from '../core.ts'
import { exact } from '../notation/numbers.ts'

/** A value as the language of formulas writes it: `[[1, 2], [3, 4]]`. */
export const written = (value: Value): string =>
  typeof value === 'number' ? exact(value) : `[${value.map(written).join(', ')}]`
