import type { Cost } from '../primitives/primitive.ts'

/** Operations by kind. */
export type Counts = Readonly<Required<Cost>>

/** Those of passes, with the terms that were added up and those that were absent. */
export interface PassCounts extends Counts {
  readonly terms: number
  /** Terms that a pass over every edge would have had. */
  readonly saved: number
}

export const NO_COUNTS: Counts = { additions: 0, multiplications: 0, divisions: 0, calls: 0 }

/** All operations, each counted as one. */
export const total = ({ additions, multiplications, divisions, calls }: Counts): number =>
  additions + multiplications + divisions + calls

/** Operations while they are counted. */
export class OperationTally implements PassCounts {
  additions = 0
  multiplications = 0
  divisions = 0
  calls = 0
  terms = 0
  saved = 0

  add(cost: Cost & Partial<PassCounts>, times = 1): this {
    this.additions += times * (cost.additions ?? 0)
    this.multiplications += times * (cost.multiplications ?? 0)
    this.divisions += times * (cost.divisions ?? 0)
    this.calls += times * (cost.calls ?? 0)
    this.terms += times * (cost.terms ?? 0)
    this.saved += times * (cost.saved ?? 0)
    return this
  }

  get counts(): PassCounts {
    const { additions, multiplications, divisions, calls, terms, saved } = this
    return { additions, multiplications, divisions, calls, terms, saved }
  }

  /** Without what only passes have. */
  get operations(): Counts {
    const { additions, multiplications, divisions, calls } = this
    return { additions, multiplications, divisions, calls }
  }
}

/** The sum of operations. */
export const sumOf = (...all: readonly Cost[]): Counts =>
  all.reduce<OperationTally>((tally, counts) => tally.add(counts), new OperationTally()).operations
