import type { Adjoint, Primal, Tangent } from '../autodiff/pass.ts'
import type { EdgeIndex, NodeIndex, Value } from '../graph/graph.ts'

/**
 * One pass as steps: each step makes one node known. Primal: every node but the constants, in tape order.
 * Tangent: the nodes that the seed reaches, in tape order. Adjoint: those from which the seeded output is reached, in reverse.
 * A pass is computed once; an animation is a position in it.
 */
export interface Pass {
  readonly kind: 'primal' | 'tangent' | 'adjoint'
  /**
   * The input or output that is seeded with a single number, or the entry of it: `x`, `W[0,1]`; null in the primal pass, and
   * with any other seed.
   */
  readonly seed: string | null
  readonly primal: Primal
  readonly sweep: Primal | Tangent | Adjoint
  /** By entry: value, tangent or adjoint. */
  readonly numbers: Float64Array
  /** By node: 1 where any entry is present. 0 is absent: "does not depend". In the primal pass every node is present. */
  readonly present: Uint8Array
  /** By entry: 0 is absent, whose number is 0. */
  readonly presentEntries: Uint8Array
  /** The node of each step. */
  readonly steps: Int32Array
  /** By node: its step, or -1. */
  readonly stepOf: Int32Array
}

/** What the pass of a tangent or an adjoint is called: by its seed, or by the product that a seed of the user's own makes. */
export const passName = ({ kind, seed }: Pass): string => seed ?? (kind === 'tangent' ? 'J·v' : 'wᵀ·J')

/**
 * One summand of a step: local partial × factor, along one edge. Between arrays the local partials are a matrix, and the
 * product is the array that the edge adds. In the primal pass a term is just the operand that is read.
 */
export interface Term {
  readonly edge: EdgeIndex
  /** Where the factor comes from: operand (tangent) or consumer (adjoint). */
  readonly source: NodeIndex
  /** null where the edge is between arrays. */
  readonly partial: number | null
  readonly factor: Value
  readonly product: Value
  /** The sum after it: the seed and the terms before, added entry by entry as the pass adds them. */
  readonly sum: Value
}

/** How far a pass has come: `step` steps are complete, and `term` terms of the next one have arrived. */
export interface Frame {
  readonly pass: Pass
  readonly step: number
  readonly term: number
}
