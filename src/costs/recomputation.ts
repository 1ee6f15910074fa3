import type { Checkpointing } from '../autodiff/checkpointing/schedule.ts'
import type { Graph } from '../graph/graph.ts'
import { type Counts, OperationTally } from './counts.ts'
import { valueCost } from './nodeCost.ts'

/** What the steps take that a schedule runs again, beside the plain reverse mode. */
export function recomputation(graph: Graph, { blocks, actions }: Checkpointing): Counts {
  const again = new OperationTally()
  const costs = blocks.nodes.map((nodes) =>
    nodes.reduce((tally, node) => tally.add(valueCost(graph, node)), new OperationTally()),
  )
  for (const action of actions)
    if (action.kind === 'advance') for (const cost of costs.slice(action.from, action.to)) again.add(cost)
  return again.operations
}
