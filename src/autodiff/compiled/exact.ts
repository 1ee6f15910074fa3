import { pow, square } from '../../primitives/powers.ts'
import type { Primitive, Unary } from '../../primitives/primitive.ts'
import { prod } from '../../primitives/reductions.ts'
import { F64 } from './expression.ts'

/*
 * Which of the records’ texts, computed as they stand, are what their functions compute, to the last bit: compiled passes write
 * those out, and call the functions for all the rest. `records.test.ts` holds the lists, both ways.
 */

/** Names of primitives whose definitions are their values. */
export const EXACT_DEFINITIONS: readonly string[] = [
  ...'csc csch elu leakyrelu mean prelu relu sec sech selu silu square'.split(' '),
]

/** Of those whose formulas are their partials. */
export const EXACT_FORMULAS: readonly string[] = [
  ...'acot add atan ceil cos cosh coth div elu exp exp2 expm1 floor logaddexp mean mul neg rint round sec sech selu sigmoid sign silu sin sinh softplus softsign square sub sum tanhshrink trunc'.split(
    ' ',
  ),
]

/** Partials as they are computed, where the formulas for readers say them in another way. */
export const COMPUTED: Readonly<Record<string, readonly string[]>> = {
  leakyrelu: ['where(x > 0, 1, where(x <= 0, 0.01, x))'],
  log: ['where(x < 0, 0/0, 1/abs(x))'],
  relu: ['where(x > 0, 1, where(x <= 0, 0, x))'],
  sqrt: ['0.5/abs(v)'],
  tan: ['1 + v*v'],
  tanh: ['4*exp(-2*abs(x))/((1 + exp(-2*abs(x)))*(1 + exp(-2*abs(x))))'],
}

/**
 * Reductions that are one instruction again and again, from a number that it leaves as it is. The partial of an entry is what it
 * makes of those before, with what it makes of those after.
 */
export const FOLDS: readonly { readonly of: Primitive; readonly code: number; readonly from: number }[] = [
  { of: prod, code: F64.mul, from: 1 },
]

/** What a primitive of two operands is where the second is that number: a function of the first, to the last bit. */
export const SPECIAL: readonly { readonly of: Primitive; readonly y: number; readonly is: Unary }[] = [
  { of: pow, y: 2, is: square },
]
