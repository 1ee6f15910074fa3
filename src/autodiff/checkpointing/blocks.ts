import type { Graph, NodeIndex } from '../../graph/graph.ts'
import { computed } from '../../graph/nodes.ts'

/** The tape cut into blocks, and what crosses each cut. */
export interface CheckpointBlocks {
  /** By block: its nodes in tape order. */
  readonly nodes: readonly (readonly NodeIndex[])[]
  /** By block: the computed nodes before it that it, or a block after it, reads: the state from which it can be run. Inputs and constants are there in any case. */
  readonly state: readonly (readonly NodeIndex[])[]
}

/** So many blocks, and so many nodes in all their states, can be scheduled without making anyone wait. */
const MOST_BLOCKS = 1000
const MOST_IN_STATES = 1_000_000

/** Blocks of one node, or of more where the tape is long or wide. */
export function checkpointBlocks(graph: Graph): CheckpointBlocks {
  const nodes = computed(graph)
  const last = lastReaders(graph, nodes)
  const crossings = nodes.reduce((sum, node, place) => sum + Math.max(0, last[node] - place), 0)
  const length = Math.ceil(Math.max(1, nodes.length / MOST_BLOCKS, crossings / MOST_IN_STATES))
  const count = Math.ceil(nodes.length / length)
  const state: NodeIndex[][] = Array.from({ length: count }, () => [])
  for (const [place, node] of nodes.entries())
    for (let block = Math.floor(place / length) + 1; block <= Math.floor(last[node] / length); block++)
      state[block].push(node)
  return { nodes: state.map((_, block) => nodes.slice(block * length, (block + 1) * length)), state }
}

/** By node: the place among the computed nodes of the last that reads it; −1 where none does. */
function lastReaders({ size, firstEdge, operand }: Graph, nodes: readonly NodeIndex[]): Int32Array {
  const last = new Int32Array(size).fill(-1)
  for (const [place, node] of nodes.entries())
    for (let edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++) last[operand[edge]] = place
  return last
}
