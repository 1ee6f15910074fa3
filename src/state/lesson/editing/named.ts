import type { EdgeIndex, Graph } from '../../../graph/graph.ts'
import { operandsRead } from '../../../lessons/keys/readers.ts'
import { nodeName, nodeNamed, readerName } from '../../../notation/symbols.ts'
import { shownIn, slotsBetween } from '../shown.ts'

/** More would make menus that nobody reads. */
const MOST = 300

/** What nodes are called in a menu; those without a name are left out. */
export function namesOfNodes(graph: Graph): readonly string[] {
  const names = new Set<string>()
  for (let node = 0; node < graph.op.length && names.size < MOST; node++) {
    const name = readerName(graph, node)
    if (name !== null) names.add(name)
  }
  return [...names]
}

export const namesOfInputs = ({ inputs }: Graph): readonly string[] => inputs.map(({ name }) => name)
export const namesOfOutputs = ({ outputs }: Graph): readonly string[] => outputs.map(({ name }) => name)

/** The operands of a node, once each. */
export function namesOfOperands(graph: Graph, name: string): readonly string[] {
  const node = nodeNamed(graph, name)
  if (node === undefined) return []
  return operandsRead(graph, node)
    .map((operand) => readerName(graph, operand))
    .filter((each) => each !== null)
}

/** An edge as `show` names it: `x1>v2`, and `x1>v2:1` where several lead from the one to the other. */
export function edgeNamed(graph: Graph, edge: EdgeIndex): string | null {
  const consumer = graph.consumer[edge]
  const [from, to] = [nodeName(graph, graph.operand[edge]), nodeName(graph, consumer)]
  if (from === null || to === null) return null
  const slot = edge - graph.firstEdge[consumer]
  return slotsBetween(graph, graph.operand[edge], consumer).length > 1 ? `${from}>${to}:${slot}` : `${from}>${to}`
}

/** The names of all edges between nodes that have names. */
export const namesOfEdges = (graph: Graph): readonly string[] =>
  Array.from(graph.consumer.subarray(0, MOST).keys(), (edge) => edgeNamed(graph, edge)).filter((name) => name !== null)

/** Whether `show` names something that the page has. */
export function isThere(graph: Graph, item: string): boolean {
  const { nodes, edges, lines } = shownIn(graph, item)
  return item.startsWith('part:') || nodes.length + edges.length + lines.length > 0
}
