import { adjoint } from '../autodiff/adjoint.ts'
import { checkpointedAdjoint } from '../autodiff/checkpointing/adjoint.ts'
import { checkpointBlocks } from '../autodiff/checkpointing/blocks.ts'
import { type Checkpointing, checkpointed } from '../autodiff/checkpointing/schedule.ts'
import type { Primal } from '../autodiff/pass.ts'
import { passCount, seedAt, unitSeed } from '../autodiff/seeds.ts'
import { total } from '../costs/counts.ts'
import { recomputation } from '../costs/recomputation.ts'
import { entryCount } from '../graph/nodes.ts'

/** What becomes of reverse mode when only some of the tape is stored. */
export interface CheckpointReport {
  /** How many numbers are stored at once. */
  readonly stored: number
  /** Whether no more than one value crosses any cut of the tape: then the schedule is the optimal one. */
  readonly isChain: boolean
  /** Blocks of the tape, and how often one is run again. */
  readonly blocks: number
  readonly rerun: number
  /** Operations that this takes in each adjoint pass. */
  readonly recomputed: number
  /** By action of the schedule. */
  readonly actions: Checkpointing['actions']
  /** Whether the derivatives of all inputs came out the same, bit by bit, in the first adjoint pass. */
  readonly isSame: boolean
}

/** With at most so many numbers stored. */
export function checkpointReport(primal: Primal, kept: number): CheckpointReport {
  const { graph } = primal
  const plan = checkpointed(graph, kept)
  return {
    ...{ stored: plan.storedPeak, isChain: checkpointBlocks(graph).state.every((state) => state.length <= 1) },
    ...{ blocks: plan.blocks.nodes.length, rerun: plan.rerun, recomputed: total(recomputation(graph, plan)) },
    ...{ actions: plan.actions, isSame: isSame(primal, plan) },
  }
}

function isSame(primal: Primal, plan: Checkpointing): boolean {
  const { graph } = primal
  if (passCount(graph, 'reverse') === 0) return true
  const seed = unitSeed(graph, seedAt(graph, 'reverse', 0))
  const { numbers } = adjoint(primal, seed)
  const others = checkpointedAdjoint(primal, plan, seed).numbers
  return graph.inputs.every(({ node }) =>
    Array.from({ length: entryCount(graph, node) }, (_, i) => graph.offset[node] + i).every((entry) =>
      Object.is(numbers[entry], others[entry]),
    ),
  )
}
