import type { Primal } from '../../../../core.ts'
import type { Emphasis } from '../../../../state/chain.ts'
import { entryPaths } from '../../../../trace/entryPaths.ts'
import { emphasisOf } from '../../../kit/derivative/emphasis.ts'

/** An entry of the Jacobian: its row and column among all output and input entries. */
export interface Entry {
  readonly row: number
  readonly column: number
}

/** The input, the output, and all that lies on a path between them. */
export function entryLight(primal: Primal, { row, column }: Entry): Emphasis {
  const { ends, nodes, edges } = entryPaths(primal, row, column)
  return emphasisOf(primal.graph, { nodes: [...nodes, ...ends], edges }, { nodes: ends, edges: [] })
}
