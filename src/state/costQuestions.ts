import type { Mode, Numbers, Primal } from '../autodiff/pass.ts'
import { seedAt, unitSeed } from '../autodiff/seeds.ts'
import { adjoints, tangents } from '../autodiff/vector.ts'
import { type BreakEven, breakEven } from '../costs/breakEven.ts'
import { type Alive, type Memory, memoryOf } from '../costs/memory.ts'
import type { Model } from '../costs/model.ts'
import { countsTogether, type VectorCounts } from '../costs/vectorCounts.ts'
import { memo } from '../graph/memo.ts'
import { type CheckpointReport, checkpointReport } from './checkpointReport.ts'
import { type CompressedPattern, compressedPattern } from './compression.ts'
import { type HessianReport, hessianReport, type SecondAsks, type SecondReport, secondReport } from './secondReport.ts'

/** By mode. */
export type Both<T> = Readonly<Record<Mode, T>>

/** The memory of a mode without `at`, which is asked step by step. */
export type MemorySummary = Omit<Memory, 'at'>

/** What can be asked about the costs at a point: by kind, what is said besides and what the answer is. */
export interface Questions {
  readonly counts: { readonly asks: Model['partials']; readonly answer: BreakEven }
  readonly memory: { readonly asks: null; readonly answer: Both<MemorySummary> }
  readonly alive: { readonly asks: { readonly mode: Mode; readonly step: number }; readonly answer: readonly Alive[] }
  /** Several unit seeds in one traversal. */
  readonly together: {
    readonly asks: { readonly mode: Mode; readonly directions: number; readonly model: Model }
    readonly answer: VectorCounts
  }
  readonly second: { readonly asks: SecondAsks; readonly answer: SecondReport }
  readonly hessian: { readonly asks: Numbers; readonly answer: HessianReport }
  readonly pattern: { readonly asks: null; readonly answer: CompressedPattern | null }
  readonly checkpoints: { readonly asks: number; readonly answer: CheckpointReport }
}

export type CostQuestion = keyof Questions

/** Plain data. */
export interface CostRequest {
  readonly kind: CostQuestion
  readonly asks: Questions[CostQuestion]['asks']
}

const ANSWERS: {
  readonly [K in CostQuestion]: (primal: Primal, asks: Questions[K]['asks']) => Questions[K]['answer']
} = {
  counts: (primal, partials) => breakEven(primal, { partials }),
  memory: (primal) => ({ forward: strip(primal, 'forward'), reverse: strip(primal, 'reverse') }),
  alive: (primal, { mode, step }) => memory(primal, mode).at(step),
  together,
  second: secondReport,
  hessian: hessianReport,
  pattern: compressedPattern,
  checkpoints: checkpointReport,
}

export const answer = <K extends CostQuestion>(
  primal: Primal,
  kind: K,
  asks: Questions[K]['asks'],
): Questions[K]['answer'] => ANSWERS[kind](primal, asks)

function together(primal: Primal, { mode, directions, model }: Questions['together']['asks']): VectorCounts {
  const { graph } = primal
  const seeds = Array.from({ length: directions }, (_, index) => unitSeed(graph, seedAt(graph, mode, index)))
  return countsTogether((mode === 'forward' ? tangents : adjoints)(primal, seeds), model)
}

const memoriesOf = memo((_: Primal): Partial<Record<Mode, Memory>> => ({}))

function memory(primal: Primal, mode: Mode): Memory {
  const known = memoriesOf(primal)
  known[mode] ??= memoryOf(primal, mode)
  return known[mode]
}

function strip(primal: Primal, mode: Mode): MemorySummary {
  const { at, ...rest } = memory(primal, mode)
  return rest
}
