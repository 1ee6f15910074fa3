import type { Graph } from '../graph/graph.ts'

/** Numbers by name; has no prototype, so `constructor` is a name like any other. */
export type Numbers = Record<string, number>

export type Mode = 'forward' | 'reverse'

/** The primal pass: the value of each node and the local partial of each edge at one point. */
export interface Primal {
  readonly kind: 'primal'
  readonly graph: Graph
  /** By node. */
  readonly values: Float64Array
  /** By edge: ∂consumer/∂operand; 0 where not live. */
  readonly partials: Float64Array
  /** By edge: 1 where a derivative can pass; 0 where the edge carries none (a loser of max, a condition, an operand no input acts on). */
  readonly live: Uint8Array
  readonly outputs: Numbers
}

/** One tangent pass: v̇ = Σ ∂v/∂u · u̇ over operand edges, in tape order. */
export interface Tangent {
  readonly kind: 'tangent'
  readonly primal: Primal
  readonly seed: Numbers
  /** By node: v̇; 0 where absent. */
  readonly numbers: Float64Array
  /** By node: 1 where the seed reaches it; 0 is absent, "does not depend". */
  readonly present: Uint8Array
  readonly outputs: Numbers
}

/** One adjoint pass: ū = Σ v̄ · ∂v/∂u over consumer edges, in reverse tape order. */
export interface Adjoint {
  readonly kind: 'adjoint'
  readonly primal: Primal
  readonly seed: Numbers
  /** By node: v̄; 0 where absent. */
  readonly numbers: Float64Array
  /** By node: 1 where it reaches a seeded output; 0 is absent. */
  readonly present: Uint8Array
  readonly inputs: Numbers
}
