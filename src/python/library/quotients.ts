import type { Dtype, Numbered } from '../values/numbered.ts'
import { Refusal } from '../values/refusal.ts'
import { joined } from './numbers.ts'
import type { Pair } from './pair.ts'

const dtypeOf = ({ left, right }: Pair): Dtype => joined(left.dtype, right.dtype, 'int')

/** Python stops at a division by 0; NumPy does not, but gives 0 for whole numbers. */
function refuseZero(pair: Pair): void {
  const isWhole = dtypeOf(pair) === 'int'
  if ((pair.library === 'python' || isWhole) && pair.right.value.entries.includes(0))
    throw new Refusal('This divides by zero, where Python has no result.', pair.at)
}

/** `x % y`, with the sign of y. */
export function remainder(pair: Pair): Numbered {
  refuseZero(pair)
  const { running, left, right, library, at } = pair
  return running.trace.apply('mod', [left, right], at, { library, dtype: dtypeOf(pair) })
}

/**
 * `x // y`. Of floats it is (x − x % y)/y, as in Python, and not the floor of the quotient, which may have been rounded up:
 * 1.0 // 0.1 is 9.
 */
export function floorDivided(pair: Pair): Numbered {
  refuseZero(pair)
  const { running, left, right, library, at } = pair
  const giving = { library, dtype: dtypeOf(pair) }
  const apply = (operation: string, ...operands: Numbered[]): Numbered =>
    running.trace.apply(operation, operands, at, giving)
  if (giving.dtype === 'int') return apply('floor', apply('div', left, right))
  if (right.value.entries.includes(0)) return apply('div', left, right)
  return apply('round', apply('div', apply('sub', left, apply('mod', left, right)), right))
}

/** `x ** y`. A power that is complex, infinite or an error in Python is refused. */
export function power(pair: Pair): Numbered {
  const { running, left, right, library, at } = pair
  const areWhole = dtypeOf(pair) === 'int'
  const isNegative = right.value.entries.some((y) => y < 0)
  if (library !== 'python' && areWhole && isNegative)
    throw new Refusal('Whole numbers have no negative powers in arrays: write the base with a point, as in 2.0.', at)
  const dtype = areWhole && !isNegative ? 'int' : 'float'
  if (library === 'python') checkPower(left.value.entries[0], right.value.entries[0], pair)
  return running.trace.apply('pow', [left, right], at, { library, dtype })
}

function checkPower(x: number, y: number, { at }: Pair): void {
  if (x === 0 && y < 0) throw new Refusal('0 has no negative powers.', at)
  if (x < 0 && Number.isFinite(x) && Number.isFinite(y) && !Number.isInteger(y))
    throw new Refusal('A negative number to a power that is not whole is a complex number, which is not read here.', at)
  if (Number.isFinite(x) && Number.isFinite(y) && !Number.isFinite(x ** y))
    throw new Refusal('This power is too large for a number of 64 bits, where Python stops.', at)
}
