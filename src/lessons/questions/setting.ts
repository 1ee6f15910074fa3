import type { Primal } from '../../autodiff/pass.ts'
import type { Compiled } from '../../compile/compiled.ts'
import type { Graph, Input } from '../../graph/graph.ts'

/** Where the scene stands, in the words of links: what `Moment` has of it. */
export interface AskedAt {
  readonly mode?: 'forward' | 'reverse' | 'compare' | undefined
  readonly wrt?: string | undefined
  readonly out?: string | undefined
  /** `primal`, or the seeded name. */
  readonly pass?: string | undefined
  /** Completed steps of that pass. */
  readonly step?: number | undefined
}

/** Where a question is asked: a program at its point, and how far its passes have come. */
export interface Setting {
  readonly source: string
  readonly language: Compiled['language']
  /** Whether inputs have decided conditions: elsewhere the graph may be another. */
  readonly decides: boolean
  readonly graph: Graph
  /** As the program has them; those of an unrolled graph are their entries. */
  readonly inputs: readonly Input[]
  readonly primal: Primal
  readonly moment: AskedAt
}
