import type { Graph, NodeIndex } from '../graph/graph.ts'
import type { Value } from '../primitives/value.ts'

/** Numbers by name, nested arrays where a shape has axes; has no prototype, so `constructor` is a name like any other. */
export type Numbers = Record<string, Value>

export type Mode = 'forward' | 'reverse'
export const MODES: readonly Mode[] = ['forward', 'reverse']
export const otherMode = (mode: Mode): Mode => (mode === 'forward' ? 'reverse' : 'forward')

/** What a primal pass leaves for the passes after it: the value of each node and the local partials of each edge at one point. */
export interface Evaluated {
  readonly graph: Graph
  /** By entry. */
  readonly values: Float64Array
  /** By kept partial: ∂consumer/∂operand of an entry each; 0 where not live. Between scalars an edge keeps one. */
  readonly partials: Float64Array
  /** By kept partial: 1 where a derivative can pass; 0 where it carries none (a loser of max, a condition, an operand no input acts on). */
  readonly live: Uint8Array
  /** By closed node: the primal pass inside. */
  readonly inside: ReadonlyMap<NodeIndex, Primal>
}

/** The primal pass. */
export interface Primal extends Evaluated {
  readonly kind: 'primal'
  readonly outputs: Numbers
}

/** One tangent pass: v̇ = Σ ∂v/∂u · u̇ over operand edges, in tape order. */
export interface Tangent {
  readonly kind: 'tangent'
  readonly primal: Primal
  readonly seed: Numbers
  /** By entry: v̇; 0 where absent. */
  readonly numbers: Float64Array
  /** By entry: 1 where the seed reaches it; 0 is absent, "does not depend". */
  readonly present: Uint8Array
  readonly outputs: Numbers
}

/** One adjoint pass: ū = Σ v̄ · ∂v/∂u over consumer edges, in reverse tape order. */
export interface Adjoint {
  readonly kind: 'adjoint'
  readonly primal: Primal
  readonly seed: Numbers
  /** By entry: v̄; 0 where absent. */
  readonly numbers: Float64Array
  /** By entry: 1 where it reaches a seeded output; 0 is absent. */
  readonly present: Uint8Array
  readonly inputs: Numbers
}
