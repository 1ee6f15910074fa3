import type { Span } from '../../language/syntax.ts'
import type { Shape } from '../../primitives/shape.ts'
import { scalarTensor, type Tensor } from '../../primitives/value.ts'
import type { Running } from '../run/running.ts'
import { type Dtype, type Library, Numbered } from '../values/numbered.ts'
import { Refusal } from '../values/refusal.ts'

/** A number that no input acts on. */
export const numberOf = (x: number, at: Span, dtype: Dtype = 'float', library: Library = 'python'): Numbered =>
  new Numbered(library, dtype, scalarTensor(x), { kind: 'constant', at })

/** An array that no input acts on. */
export const arrayOf = (value: Tensor, at: Span, dtype: Dtype, library: Library): Numbered =>
  new Numbered(library, dtype, value, { kind: 'constant', at })

export const shapeOf = (x: Numbered): Shape => x.value.shape
export const rankOf = (x: Numbered): number => x.value.shape.length
export const isScalar = (x: Numbered): boolean => x.value.shape.length === 0

/** Whether nothing that the graph shows leads to it. */
export const isConstant = (x: Numbered): boolean => x.origin.kind === 'constant'

/** The same numbers under another library or of another kind; not the same object. */
export const retyped = (x: Numbered, dtype: Dtype, library: Library = x.library): Numbered =>
  new Numbered(library, dtype, x.value, x.origin)

/** A copy: what changes it in place leaves the other as it is. */
export const copied = (x: Numbered): Numbered => retyped(x, x.dtype)

/** An array of another kind, as `astype` makes it: whole numbers are cut towards 0, and 1 is what is not 0. */
export function cast(running: Running, x: Numbered, dtype: Dtype, at: Span): Numbered {
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
