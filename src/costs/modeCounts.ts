import type { Mode, Primal } from '../autodiff/pass.ts'
import { PASSES_PER_WORD, reach, seedWords } from '../autodiff/reach.ts'
import { bits } from '../autodiff/reachedTerms.ts'
import { passCount } from '../autodiff/seeds.ts'
import { traversalsIn } from '../graph/work.ts'
import { type Counts, NO_COUNTS, OperationTally, type PassCounts, sumOf, total } from './counts.ts'
import type { Model } from './model.ts'
import { countsOfPrimal } from './primalCounts.ts'
import { sweepCounts } from './sweepCounts.ts'

/** What a whole mode executes: the primal pass, and one pass for each entry of inputs or outputs. */
export interface ModeCounts {
  readonly mode: Mode
  readonly passes: number
  /** One primal pass, without partials. */
  readonly primal: Counts
  /** The values: computed once, or in each pass if the model says so. */
  readonly values: Counts
  /** The partials that are kept; none if they are evaluated in each pass, where they count with the passes. */
  readonly partials: Counts
  /** All passes together. */
  readonly sweeps: PassCounts
  /** All of these. */
  readonly all: Counts
  /** Whether all passes were counted; where that would take too long, the counts are those of a part of them, scaled. */
  readonly isExact: boolean
}

/** The counts of a mode, from structure alone: no pass is run, and up to 32 are counted at once. */
export function modeCounts(primal: Primal, mode: Mode, model: Model = {}): ModeCounts {
  const passes = passCount(primal.graph, mode)
  const seeds = sampled(passes, traversalsIn(primal.graph) * PASSES_PER_WORD)
  const counted = new OperationTally()
  for (let first = 0; first < seeds.length; first += PASSES_PER_WORD)
    counted.add(countsOfPasses(primal, mode, model, seeds.slice(first, first + PASSES_PER_WORD)))
  const sweeps = seeds.length === passes ? counted.counts : scaled(counted.counts, passes / seeds.length)
  const once = countsOfPrimal(primal)
  const values = model.primal === 'each pass' ? new OperationTally().add(once.values, passes).operations : once.values
  const partials = model.partials === 'each pass' ? NO_COUNTS : once.partials
  const all = sumOf(values, partials, sweeps)
  return { mode, passes, primal: once.values, values, partials, sweeps, all, isExact: seeds.length === passes }
}

/** What all the work of a mode is to that of one primal pass: (values + partials + passes) / primal. NaN where nothing is computed. */
export const ratioOf = ({ primal, all }: ModeCounts): number => total(all) / total(primal)

/** The same for one pass on average, with its primal: (primal + partials + pass) / primal. */
export const passRatio = ({ primal, partials, sweeps, passes }: ModeCounts): number =>
  (total(primal) + total(partials) + total(sweeps) / Math.max(1, passes)) / total(primal)

/** What Griewank and Walther (2008) bound that ratio by, in their model, which is not this one: see model.ts. */
export const BOUND: Readonly<Record<Mode, number>> = { forward: 2.5, reverse: 4 }

function countsOfPasses(primal: Primal, mode: Mode, model: Model, indices: readonly number[]): PassCounts {
  const start = seedWords(primal, mode, indices)
  const words = reach(primal, mode, start.slice())
  return sweepCounts({ primal, mode, model, words, seeds: start.map(bits), passes: indices.length })
}

/** All passes, or so many of them, evenly spread. */
function sampled(passes: number, most: number): number[] {
  const count = Math.min(passes, most)
  return Array.from({ length: count }, (_, i) => Math.floor((i * passes) / count))
}

const scaled = (counts: PassCounts, by: number): PassCounts => {
  const round = (count: number): number => Math.round(count * by)
  const { additions, multiplications, divisions, calls, terms, saved } = counts
  return {
    ...{ additions: round(additions), multiplications: round(multiplications), divisions: round(divisions) },
    ...{ calls: round(calls), terms: round(terms), saved: round(saved) },
  }
}
