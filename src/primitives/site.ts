import type { Plan } from './wiring.ts'

/** A node among the values: its plan, where the entries of each operand start, and where its own do. */
export interface Site {
  readonly plan: Plan
  readonly values: Float64Array
  readonly starts: readonly number[]
  readonly target: number
}

/** Where the partials of an edge are kept, from `first` on. */
export interface Kept {
  readonly partials: Float64Array
  readonly live: Uint8Array
  readonly first: number
}
