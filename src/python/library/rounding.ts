import type { PyNumber } from '../values/numbered.ts'
import type { LibraryCall } from './call.ts'
import { copied, isScalar, numberOf } from './numbers.ts'

/**
 * Python’s `round`: halves go to the even neighbour. With digits it is the float nearest to the exact decimal, and not, as
 * in NumPy, that of the number times a power of ten: round(2.675, 2) is 2.67.
 */
export function roundedTo(call: LibraryCall, x: PyNumber, digits: number | null): PyNumber {
  const { library } = x
  if (library !== 'python')
    return roundedEntries(call, x, digits ?? 0, digits === null && library === 'numpy' && isScalar(x))
  const apply = (operation: string, ...operands: PyNumber[]): PyNumber =>
    call.running.trace.apply(operation, operands, call.at, { library, dtype: digits === null ? 'int' : x.dtype })
  if (digits === null) {
    if (!Number.isFinite(x.value.entries[0])) call.refuse('round takes a finite number.')
    return apply('rint', x)
  }
  if (x.dtype !== 'float' && digits >= 0) return x
  const scale = numberOf(10 ** Math.abs(digits), call.at)
  const scaled = digits >= 0 ? apply('mul', x, scale) : apply('div', x, scale)
  const result = apply(digits >= 0 ? 'div' : 'mul', apply('rint', scaled), scale)
  const exact = decimal(x.value.entries[0], digits)
  if (exact !== null && exact !== result.value.entries[0])
    call.refuse('round meets a half here that is none in binary: round with another number of digits.')
  return result
}

/** The float nearest to x in so many decimals; null where it is not known here. */
function decimal(x: number, digits: number): number | null {
  if (digits < 0 || digits > 20 || !Number.isFinite(x) || Math.abs(x) >= 1e21) return null
  const isHalf = Math.abs(x * 10 ** digits) % 1 === 0.5 && Number.isInteger(x * 2 ** 40)
  return isHalf ? null : Number(x.toFixed(digits))
}

/** NumPy’s `round`: times a power of ten, to the nearest, halves to the even neighbour, and back. */
export function roundedEntries(call: LibraryCall, x: PyNumber, digits: number, isWhole = false): PyNumber {
  const apply = (operation: string, ...operands: PyNumber[]): PyNumber =>
    call.running.trace.apply(operation, operands, call.at, { library: x.library, dtype: isWhole ? 'int' : x.dtype })
  if (x.dtype !== 'float' && digits >= 0) return copied(x)
  if (digits === 0) return apply('rint', x)
  const scale = numberOf(10 ** Math.abs(digits), call.at)
  const scaled = digits > 0 ? apply('mul', x, scale) : apply('div', x, scale)
  return apply(digits > 0 ? 'div' : 'mul', apply('rint', scaled), scale)
}
