import type { Primal } from '../../../../core.ts'
import type { JacobianEntry } from '../../../../state/choices/ledger.ts'
import type { Emphasis } from '../../../../state/emphasis.ts'
import { entryPaths } from '../../../../trace/entryPaths.ts'
import { emphasisOf } from '../../../kit/derivative/emphasis.ts'

/** The input, the output, and all that lies on a path between them. */
export function entryLight(primal: Primal, { row, column }: JacobianEntry): Emphasis {
  const { ends, nodes, edges } = entryPaths(primal, row, column)
  return emphasisOf(primal.graph, { nodes: [...nodes, ...ends], edges }, { nodes: ends, edges: [] })
}
