import type { Shape } from './shape.ts'
import type { Value } from './value.ts'

/**
 * Places in an array that nested loops visit: `start + Σ counter·stride`, one stride for each loop. Where they are in no
 * even steps, that is a place in a table, which has the place in the array.
 */
export interface Walk {
  readonly start: number
  readonly strides: readonly number[]
  readonly table?: readonly number[]
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
  /** Entries that a reduction takes together, or what the cost of a blockwise function is counted by. 1 for others. */
  readonly group: number
  readonly wirings: readonly Wiring[]
  /** Of a selection: what the entries hold to which nothing is copied, or before copies are added. */
  readonly rest?: number
  /** Of a selection: whether copies that come to one place add up. */
  readonly adds?: boolean
  /** Of a blockwise function. */
  readonly blocks?: VectorBlocks
}

/** The entries of an array that stand together in a block: of each block, its start and each of the places. */
interface Grouping {
  readonly starts: readonly number[]
  readonly places: readonly number[]
}

/** What a vector function takes and gives, block by block; pairs (row, column) within a block if not all count. */
export interface VectorBlocks {
  readonly value: Grouping
  readonly operands: readonly Grouping[]
  readonly pairs?: readonly (readonly [number, number])[]
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
  /** How far apart windows stand. */
  readonly stride?: number
  /** Of windows: how long they are along the last axes, or along each of up to two. */
  readonly size?: number | readonly number[]
  /** Which diagonal: so many places above the main one. */
  readonly k?: number
  /** Of `onehot`: how many classes there are. */
  readonly n?: number
  /** Of `pad`: a number, a pair [before, after], or a pair for each axis; and what stands there. */
  readonly widths?: Value
  readonly value?: number
  /** Of `einsum`: `ij,jk->ik`. */
  readonly subscripts?: string
}

/** What a call may fix by name, other than an index. */
export type FixedName = Exclude<keyof Attributes, 'index'>

/** A part of a subscript, as NumPy means it: negative numbers count from the end. */
export type AxisIndex =
  | { readonly at: number }
  | SliceIndex
  /** A new axis of length 1. */
  | { readonly newaxis: true }
  /** `…`: all of the axes that no other part names. */
  | { readonly ellipsis: true }
  /** An array of whole numbers. */
  | { readonly places: Value }
  /** An array of 1 and 0 as long as the axes that it takes: those with 1 are taken. */
  | { readonly mask: Value }

/** `1:5:2`, along one axis. */
export interface SliceIndex {
  readonly start: number | null
  readonly stop: number | null
  readonly step: number | null
}

export const NO_ATTRIBUTES: Attributes = {}

export const isMismatch = (plan: Plan | Mismatch): plan is Mismatch => 'mismatch' in plan
