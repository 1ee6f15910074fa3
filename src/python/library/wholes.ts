import type { Span } from '../../language/syntax.ts'
import type { PyNumber } from '../values/numbered.ts'
import { Refusal } from '../values/refusal.ts'

/** Whole numbers are exact up to here in what computes them; those of JAX have 32 bits. */
export function checkedWholes(result: PyNumber, at: Span): PyNumber {
  if (result.dtype !== 'int') return result
  const most = result.library === 'jax' ? 2 ** 31 - 1 : Number.MAX_SAFE_INTEGER
  if (result.value.entries.some((x) => !(Math.abs(x) <= most)))
    throw new Refusal('A whole number is too large to be exact here: write it with a point, as in 2.0 ** 100.', at)
  return result
}
