import type { Shape } from './shape.ts'

/** Places in an array that nested loops visit: `start + Σ counter·stride`, one stride for each loop. */
export interface Walk {
  readonly start: number
  readonly strides: readonly number[]
}

/**
 * The local Jacobian of one edge between arrays, without building it: nested loops over the pairs (row, column) of an
 * entry of the consumer and an entry of the operand that can differ from 0, with the partial of each pair. Pairs that
 * repeat add up. A tangent pass computes `v̇[row] += p·u̇[column]`, an adjoint pass `ū[column] += p·v̄[row]`.
 */
export interface Wiring {
  /** How often each loop runs, outermost first. */
  readonly extents: readonly number[]
  readonly row: Walk
  readonly column: Walk
  /** Where the pair's partial stands: among those kept for the edge, or among the values of another operand. */
  readonly partial: Walk
  /** The slot whose values are the partials, as each factor of a product is the other's; null where partials are kept. */
  readonly factor: number | null
  /** How many partials are kept for the edge. */
  readonly kept: number
}

/** How an operation computes. */
export type PlanKind = 'elementwise' | 'reduction' | 'contraction' | 'selection' | 'blockwise'

/** What a primitive makes of operands of given shapes: the shape of its value, and a wiring for each slot. */
export interface Plan {
  readonly kind: PlanKind
  readonly shape: Shape
  /** Entries that a reduction takes together, or a blockwise function; the inner loops visit them. 1 for others. */
  readonly group: number
  readonly wirings: readonly Wiring[]
}

/** Why operands of these shapes do not fit, given how to call each operand: “W @ x: W is 2×3 and x is a vector of 2 …”. */
export interface Mismatch {
  readonly mismatch: (operands: readonly string[]) => string
}

/** What a call fixes before the program runs: an axis, a shape, an index. Left out: the primitive’s default. */
export interface Attributes {
  readonly axis?: number
  readonly keepdims?: boolean
  readonly shape?: Shape
  /** Of `transpose`: which axis comes first, second, …. Of a reduction along several axes: those. */
  readonly axes?: readonly number[]
  readonly index?: readonly AxisIndex[]
  /** Of `norm`: its order. */
  readonly ord?: number
  /** Of `var` and `std`: what is taken from the number of entries. */
  readonly ddof?: number
  /** Of `conv`: how far apart the windows stand. */
  readonly stride?: number
}

/** What a call may fix by name, other than an index. */
export type FixedName = Exclude<keyof Attributes, 'index'>

/** One axis of a subscript, as NumPy means it: negative numbers count from the end. */
export type AxisIndex =
  | { readonly at: number }
  | { readonly start: number | null; readonly stop: number | null; readonly step: number | null }

export const NO_ATTRIBUTES: Attributes = {}

export const isMismatch = (plan: Plan | Mismatch): plan is Mismatch => 'mismatch' in plan
