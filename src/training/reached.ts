import type { Graph, NodeIndex } from '../graph/graph.ts'

/** By node: 1 where one of these nodes acts on it. */
export function reached({ size, firstEdge, operand }: Graph, from: readonly NodeIndex[]): Uint8Array {
  const marks = new Uint8Array(size)
  for (const node of from) marks[node] = 1
  for (let node = 0; node < size; node++)
    for (let edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++) marks[node] |= marks[operand[edge]]
  return marks
}
