import { numberedNames, operandNames } from '../primitives/operands.ts'
import type { Graph, NodeIndex } from './graph.ts'
import { operationOf } from './operations.ts'

/** What formulas call the node's operands. */
export function operandNamesAt(graph: Graph, node: NodeIndex): readonly string[] {
  const operation = operationOf(graph, node)
  const count = graph.firstEdge[node + 1] - graph.firstEdge[node]
  return operation ? operandNames(operation, count) : numberedNames(count)
}

/** What a formula of the node's operation means by a name: 0 for the value `v`, else 1 + slot; undefined for `pi` and the like. */
export function placeMeant(graph: Graph, node: NodeIndex, name: string): number | undefined {
  if (name === 'v') return 0
  const slot = operandNamesAt(graph, node).indexOf(name)
  return slot < 0 ? undefined : slot + 1
}

/** The node that it means: an operand, or itself. */
export function nodeMeant(graph: Graph, node: NodeIndex, name: string): NodeIndex | undefined {
  const place = placeMeant(graph, node, name)
  return place === undefined ? undefined : nodeAt(graph, node, place)
}

/** The node at a place: itself, or an operand. */
export const nodeAt = ({ operand, firstEdge }: Graph, node: NodeIndex, place: number): NodeIndex =>
  place === 0 ? node : operand[firstEdge[node] + place - 1]
