import type { Primal } from '../autodiff/pass.ts'
import { CONSTANT, type Graph } from '../graph/graph.ts'
import { memo } from '../graph/memo.ts'
import { isCutAt } from '../graph/operations.ts'

/** Whether a derivative is cut in the graph: what moves then says more than what is differentiated. */
export const isCut = (graph: Graph): boolean => graph.op.some((_, node) => isCutAt(graph, node))

/**
 * The graph with what `stop_gradient` gives as the constants that it is at the point: the function whose derivative automatic
 * differentiation computes. Differences over the program itself would see through the cuts.
 */
export const withCutsHeld = memo(({ graph, values }: Primal): Graph => {
  if (!isCut(graph)) return graph
  const { offset } = graph
  const op = graph.op.map((each, node) => (isCutAt(graph, node) ? CONSTANT : each))
  const initial = graph.initial.slice()
  for (let node = 0; node < graph.size; node++)
    if (isCutAt(graph, node)) initial.set(values.subarray(offset[node], offset[node + 1]), offset[node])
  return { ...graph, op, initial }
})
