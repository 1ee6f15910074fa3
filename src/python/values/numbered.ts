import type { Span } from '../../language/syntax.ts'
import type { Tensor } from '../../primitives/value.ts'

/** Whose rules hold for a number or an array: of Python itself, NumPy, PyTorch, JAX (and autograd), or micrograd's `Value`. */
export type Library = 'python' | 'numpy' | 'torch' | 'jax' | 'micrograd'

export type Dtype = 'bool' | 'int' | 'float'

/** How a number or an array comes on the trace. */
export type Origin =
  /** It is there: what `Trace` calls it. */
  | { readonly kind: 'traced'; readonly value: number }
  /** No input acts on it. */
  | { readonly kind: 'constant'; readonly at: Span }
  /** The text gives it to a name: it becomes an input where it is first computed with. `entry` is its place in that input. */
  | { readonly kind: 'given'; readonly input: Given; readonly entry: readonly number[] }

/** A constant that the text gives to a name at the top: an input, if anything is computed from it. */
export interface Given {
  /** Null until the text gives it to a name. */
  name: string | null
  readonly at: Span
  /** It is an input whatever else is: `torch.tensor(2.0, requires_grad=True)`, a parameter. */
  readonly leaf?: boolean
  readonly role?: 'data' | 'param'
  /** The constant expression that its value is written as; null where there is none. */
  readonly literal: Span | null
  value: Tensor
}

/**
 * A number or an array of a running program: its value at the point, and where it comes from. It is one object for all its
 * names, so that what changes it in place (`x += 1` of an array, `x[0] = 2`) changes it for all of them.
 */
export class PyNumber {
  readonly library: Library
  dtype: Dtype
  value: Tensor
  origin: Origin
  constructor(library: Library, dtype: Dtype, value: Tensor, origin: Origin) {
    this.library = library
    this.dtype = dtype
    this.value = value
    this.origin = origin
  }
}
