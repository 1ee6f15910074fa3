import type { Graph } from '../../graph/graph.ts'
import { computed, entryCount } from '../../graph/nodes.ts'
import { type CheckpointBlocks, checkpointBlocks } from './blocks.ts'
import { type Action, schedule } from './revolve.ts'

/** A reverse mode that stores states of the tape here and there, and runs the steps between them again. */
export interface Checkpointing {
  readonly blocks: CheckpointBlocks
  /** States that are held at once, the inputs among them. */
  readonly checkpoints: number
  readonly actions: readonly Action[]
  /** The most numbers that the stored states hold at any time, each counted once; inputs are not stored. */
  readonly storedPeak: number
  /** By action: how many are stored after it. */
  readonly stored: Int32Array
  /** Blocks that are run again, as often as they are. */
  readonly rerun: number
}

/** How many numbers the plain tape stores: the computed values that are read again. */
export const mostStored = (graph: Graph): number =>
  computed(graph)
    .filter((node) => graph.firstConsumer[node + 1] > graph.firstConsumer[node])
    .reduce((sum, node) => sum + entryCount(graph, node), 0)

/**
 * The schedule with as many checkpoints as stay within `kept` stored numbers; the plain tape, if that stays within them. On
 * a chain it is the optimal one. On any other graph the tape is taken as a chain whose states are all the values that cross
 * a cut: sound, and optimal in the number of blocks that are run again for so many states, but not in how many numbers
 * they hold. What is read while one block is reversed is not counted as stored. The derivatives stay the same, bit by bit.
 */
export function checkpointed(graph: Graph, kept: number): Checkpointing {
  if (kept >= mostStored(graph)) return plainTape(graph)
  const blocks = checkpointBlocks(graph)
  let least = 1
  let most = blocks.nodes.length
  while (least < most) {
    const middle = Math.ceil((least + most) / 2)
    if (peakOf(storedBy(graph, blocks, schedule(blocks.nodes.length, middle))) <= kept) least = middle
    else most = middle - 1
  }
  return withCheckpoints(graph, blocks, least)
}

/** The whole tape as one block, which is run once. */
function plainTape(graph: Graph): Checkpointing {
  const blocks = { nodes: [computed(graph)], state: [[]] }
  const storedPeak = mostStored(graph)
  const actions: Action[] = [
    { kind: 'restore', at: 0 },
    { kind: 'reverse', step: 0 },
  ]
  const stored = Int32Array.of(0, storedPeak)
  return { blocks, checkpoints: 1, actions, storedPeak, stored, rerun: 0 }
}

function withCheckpoints(graph: Graph, blocks: CheckpointBlocks, checkpoints: number): Checkpointing {
  const actions = schedule(blocks.nodes.length, checkpoints)
  const stored = storedBy(graph, blocks, actions)
  const rerun = actions.reduce((sum, each) => sum + (each.kind === 'advance' ? each.to - each.from : 0), 0)
  return { blocks, checkpoints, actions, storedPeak: peakOf(stored), stored, rerun }
}

const peakOf = (stored: Int32Array): number => stored.reduce((most, count) => Math.max(most, count), 0)

/** By action: how many numbers are stored after it. States that share a node store it once. */
function storedBy(graph: Graph, { state }: CheckpointBlocks, actions: readonly Action[]): Int32Array {
  const holders = new Int32Array(graph.size)
  let count = 0
  return Int32Array.from(actions, (action) => {
    if (action.kind === 'store')
      for (const node of state[action.at]) if (holders[node]++ === 0) count += entryCount(graph, node)
    if (action.kind === 'free')
      for (const node of state[action.at]) if (--holders[node] === 0) count -= entryCount(graph, node)
    return count
  })
}
