import { sizeOf } from '../primitives/shape.ts'
import { type Graph, PLAIN, WITHIN } from './graph.ts'
import { closedAt } from './operations.ts'

/** Terms that are looked at, so that nobody waits. */
const MOST_WORK = 1e7

/** How many traversals of a graph fit in: one at least. */
export const traversalsIn = (graph: Graph): number => Math.max(1, Math.floor(MOST_WORK / workOf(graph)))

/** Terms that a pass over all edges has. */
function workOf(graph: Graph): number {
  const { size, plan, plans, firstEdge } = graph
  let work = 1
  for (let node = 0; node < size; node++)
    if (plan[node] === PLAIN) work += firstEdge[node + 1] - firstEdge[node] + 1
    else if (plan[node] === WITHIN) work += 3 * workOf(closedAt(graph, node).graph)
    else for (const { extents } of plans[plan[node]].wirings) work += sizeOf(extents)
  return work
}
