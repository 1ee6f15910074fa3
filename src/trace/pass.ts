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
  /** By node: 1 where any entry is present; for what is absent see `dependenceOf`. In the primal pass every node is present. */
  readonly present: Uint8Array
  /** By entry: 0 is absent, whose number is 0. */
  readonly presentEntries: Uint8Array
  /** The node of each step. */
  readonly steps: Int32Array
  /** By node: its step, or -1. */
  readonly stepOf: Int32Array
  /** What makes it the last pass of a Hessian-vector product, which goes over the graph as an adjoint pass does. */
  readonly second?: Second
}

/** Adjoint tangents: v̄̇ = Σ (v̄̇·p + v̄·ṗ) over consumer edges, what the adjoints change by along the tangents. */
interface Second {
  readonly termsAt: (node: NodeIndex) => readonly SecondTerm[]
  /** By edge: 1 where it gives a term. */
  readonly gives: Uint8Array
}

/** What the pass of a tangent or an adjoint is called: by its seed, or by the product that a seed of the user's own makes. */
export const passName = ({ kind, seed, second }: Pass): string =>
  second ? 'H·v' : (seed ?? (kind === 'tangent' ? 'J·v' : 'wᵀ·J'))

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

/** What a pass gives each node. */
export const numberName = ({ kind, second }: Pass): string => (second ? 'adjoint tangent' : kind)

/** What a pass does for a Hessian-vector product. */
export const secondPassName = ({ kind, seed, second }: Pass): string =>
  second ? 'adjoint tangents' : kind === 'tangent' ? 'tangents along v' : `adjoints of ${seed}`

/** A term of v̄̇: its factor is the consumer's v̄̇, and both parts make its product. */
export interface SecondTerm extends Term {
  /** Whether there is v̄̇·p: the consumer's adjoint moves. */
  readonly moved: boolean
  /** v̄·ṗ, where the local partial moves: numbers between numbers, else null; null where it stays. */
  readonly bent: { readonly adjoint: Value; readonly partialTangent: number | null } | null
  /** `0.5·2 + 1·(−0.9093)`; empty between arrays, and where there is no room on an edge. */
  readonly text: string
}

/** How far a pass has come: `step` steps are complete, and `term` terms of the next one have arrived. */
export interface Frame {
  readonly pass: Pass
  readonly step: number
  readonly term: number
}
