import type { Graph, NodeIndex } from '../../graph/graph.ts'
import { nodeMeant, placeMeant } from '../../graph/operandNames.ts'
import type { Formula } from '../../primitives/formula.ts'
import type { Primal } from '../pass.ts'
import type { Sums } from '../sweep.ts'
import type { Moving } from './formulaTangent.ts'

/** What a name of a formula stands for: a node, and its place among the value and the operands. */
interface Source {
  readonly name: string
  readonly source: NodeIndex
  readonly place: number
}

/** What a formula of the node's operation reads. */
export const sourcesOf = (graph: Graph, node: NodeIndex, { reads }: Formula): Source[] =>
  reads.flatMap((name) => {
    const [source, place] = [nodeMeant(graph, node, name), placeMeant(graph, node, name)]
    return source === undefined || place === undefined ? [] : [{ name, source, place }]
  })

/** The numbers and tangents at some entries. */
export function gathered({ values }: Primal, { numbers, present }: Sums, entries: Int32Array): Moving {
  return {
    numbers: Float64Array.from(entries, (entry) => values[entry]),
    tangents: Float64Array.from(entries, (entry) => numbers[entry]),
    present: Uint8Array.from(entries, (entry) => present[entry]),
  }
}
