import type { Graph } from '../../src/core.ts'
import { shapeAt } from '../../src/graph/nodes.ts'

/** A named array of a program, with its entries in row-major order. */
export interface Named {
  readonly shape: number[]
  readonly entries: number[]
}

/** The value that the program gives to a name. */
export function arrayNamed(graph: Graph, wanted: string): Named {
  const [node] = [...graph.names].find(([, names]) => names.includes(wanted)) ?? [-1]
  const entries = graph.initial.subarray(graph.offset[node], graph.offset[node + 1])
  return { shape: [...shapeAt(graph, node)], entries: [...entries] }
}

/** The parameters of the network. */
export const PARAMETERS = ['W1', 'b1', 'W2', 'b2', 'W3', 'b3']
