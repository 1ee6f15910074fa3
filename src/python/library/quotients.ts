import type { Dtype, PyNumber } from '../values/numbered.ts'
import { Refusal } from '../values/refusal.ts'
import { joined } from './numbers.ts'
import type { NumberPair } from './pair.ts'

const dtypeOf = ({ left, right }: NumberPair): Dtype => joined(left.dtype, right.dtype, 'int')

const refuseZero = (pair: NumberPair): void => {
  if (pair.right.value.entries.includes(0))
    throw new Refusal('This divides by zero, where Python has no result.', pair.at)
}

/** `x % y`, with the sign of y. Arrays of floats have NaN where y is 0. */
export function remainder(pair: NumberPair): PyNumber {
  if (pair.library === 'python' || dtypeOf(pair) === 'int') refuseZero(pair)
  const { running, left, right, library, at } = pair
  return running.trace.apply('mod', [left, right], at, { library, dtype: dtypeOf(pair) })
}

/** `x // y` */
export function floorDivided(pair: NumberPair): PyNumber {
  refuseZero(pair)
  const { running, left, right, library, at } = pair
  return running.trace.apply('floordiv', [left, right], at, { library, dtype: dtypeOf(pair) })
}

/** `x ** y`. A power that is complex, infinite or an error in Python is refused. */
export function power(pair: NumberPair): PyNumber {
  const { running, left, right, library, at } = pair
  const areWhole = dtypeOf(pair) === 'int'
  const isNegative = right.value.entries.some((y) => y < 0)
  if (library !== 'python' && areWhole && isNegative)
    throw new Refusal('Whole numbers have no negative powers in arrays: write the base with a point, as in 2.0.', at)
  const dtype = areWhole && !isNegative ? 'int' : 'float'
  if (library === 'python') checkPower(left.value.entries[0], right.value.entries[0], pair)
  return running.trace.apply('pow', [left, right], at, { library, dtype })
}

function checkPower(x: number, y: number, { at }: NumberPair): void {
  if (x === 0 && y < 0) throw new Refusal('0 has no negative powers.', at)
  if (x < 0 && Number.isFinite(x) && Number.isFinite(y) && !Number.isInteger(y))
    throw new Refusal('A negative number to a power that is not whole is a complex number, which is not read here.', at)
  if (Number.isFinite(x) && Number.isFinite(y) && !Number.isFinite(x ** y))
    throw new Refusal('This power is too large for a number of 64 bits, where Python stops.', at)
}
