import type { Graph, NodeIndex } from '../../graph/graph.ts'
import { operationOf } from '../../graph/operations.ts'
import type { Operation } from '../../primitives/arrayPrimitive.ts'
import { operandNames } from '../../primitives/index.ts'
import type { Primal } from '../pass.ts'
import type { Sums } from '../sweep.ts'
import type { Moving } from './formulaTangent.ts'

/** What a formula means by its names: a node, and its place among the value and the operands. */
export function sourcesOf(graph: Graph, node: NodeIndex, names: readonly string[]) {
  const { firstEdge, operand } = graph
  const slots = operandNames(operationOf(graph, node) as Operation, firstEdge[node + 1] - firstEdge[node])
  const sources = new Map<string, { readonly source: NodeIndex; readonly place: number }>()
  for (const name of names) {
    const slot = slots.indexOf(name)
    if (name === 'v') sources.set(name, { source: node, place: 0 })
    else if (slot >= 0) sources.set(name, { source: operand[firstEdge[node] + slot], place: slot + 1 })
  }
  return sources
}

/** The numbers and tangents at some entries. */
export function gathered({ values }: Primal, { numbers, present }: Sums, entries: Int32Array): Moving {
  return {
    numbers: Float64Array.from(entries, (entry) => values[entry]),
    tangents: Float64Array.from(entries, (entry) => numbers[entry]),
    present: Uint8Array.from(entries, (entry) => present[entry]),
  }
}
