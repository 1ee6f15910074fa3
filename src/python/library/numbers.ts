import type { Span } from '../../language/syntax.ts'
import type { Shape } from '../../primitives/shape.ts'
import { scalarTensor, type Tensor } from '../../primitives/value.ts'
import type { Running } from '../run/running.ts'
import { type Dtype, type Library, PyNumber } from '../values/numbered.ts'
import { Refusal } from '../values/refusal.ts'

/** A number that no input acts on. */
export const numberOf = (x: number, at: Span, dtype: Dtype = 'float', library: Library = 'python'): PyNumber =>
  new PyNumber(library, dtype, scalarTensor(x), { kind: 'constant', at })

/** An array that no input acts on. */
export const arrayOf = (value: Tensor, at: Span, dtype: Dtype, library: Library): PyNumber =>
  new PyNumber(library, dtype, value, { kind: 'constant', at })

export const shapeOf = (x: PyNumber): Shape => x.value.shape
export const rankOf = (x: PyNumber): number => x.value.shape.length
export const isScalar = (x: PyNumber): boolean => x.value.shape.length === 0

/** Whether nothing that the graph shows leads to it. */
export const isConstant = (x: PyNumber): boolean => x.origin.kind === 'constant'

/** The same numbers under another library or of another kind; not the same object. */
export const retyped = (x: PyNumber, dtype: Dtype, library: Library = x.library): PyNumber =>
  new PyNumber(library, dtype, x.value, x.origin)

/** A copy: what changes it in place leaves the other as it is. */
export const copied = (x: PyNumber): PyNumber => retyped(x, x.dtype)

/** An array of another kind, as `astype` makes it: whole numbers are cut towards 0, and 1 is what is not 0. */
export function cast(running: Running, x: PyNumber, dtype: Dtype, at: Span): PyNumber {
  if (dtype === x.dtype) return x
  if (dtype === 'float' || (dtype === 'int' && x.dtype === 'bool')) return retyped(x, dtype)
  if (dtype === 'bool') return running.trace.apply('not_equal', [x, numberOf(0, at)], at, { dtype, library: x.library })
  if (!x.value.entries.every(Number.isFinite))
    throw new Refusal('Infinity and NaN are no whole numbers. Leave the conversion out.', at)
  return running.trace.apply('trunc', [x], at, { dtype, library: x.library })
}

const KINDS: readonly Dtype[] = ['bool', 'int', 'float']

/** The kind of what is computed from numbers of several kinds. */
export const joined = (...dtypes: readonly Dtype[]): Dtype =>
  KINDS[Math.max(0, ...dtypes.map((dtype) => KINDS.indexOf(dtype)))]
