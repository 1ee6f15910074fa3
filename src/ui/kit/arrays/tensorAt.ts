import type { Graph, NodeIndex } from '../../../graph/graph.ts'
import { shapeAt } from '../../../graph/nodes.ts'
import type { Tensor } from '../../../primitives/value.ts'

/** A node's part of an array over all entries. */
export const entriesAt = <Numbers extends Float64Array | Uint8Array>(
  { offset }: Graph,
  node: NodeIndex,
  numbers: Numbers,
): Numbers => numbers.subarray(offset[node], offset[node + 1]) as Numbers

export const tensorAt = (graph: Graph, node: NodeIndex, numbers: Float64Array): Tensor => ({
  shape: shapeAt(graph, node),
  entries: entriesAt(graph, node, numbers),
})
