import { CONSTANT, type Graph, type NodeIndex } from '../graph/graph.ts'

/** Sets of nodes that are looked at while counting, so that it never takes long. */
const MOST_SETS = 300_000

/** How many topological orders a graph has, constants left out; null where there are too many sets to count them. */
export function countOrders(graph: Graph): bigint | null {
  const nodes = [...graph.op.keys()].filter((node) => graph.op[node] !== CONSTANT)
  const bit = new Map(nodes.map((node, i) => [node, 1n << BigInt(i)]))
  const needs = nodes.map((node) =>
    operandsOf(graph, node).reduce((set, operand) => set | (bit.get(operand) ?? 0n), 0n),
  )
  // Nodes that are computed, with the number of orders in which they can have been: sets of one size at a time.
  let sets = new Map<bigint, bigint>([[0n, 1n]])
  let seen = 0
  for (let size = 0; size < nodes.length; size++) {
    const larger = new Map<bigint, bigint>()
    for (const [set, orders] of sets)
      for (let i = 0; i < nodes.length; i++) {
        const own = 1n << BigInt(i)
        if (set & own || (needs[i] & set) !== needs[i]) continue
        larger.set(set | own, (larger.get(set | own) ?? 0n) + orders)
        if (++seen > MOST_SETS) return null
      }
    sets = larger
  }
  return sets.values().next().value ?? 1n
}

const operandsOf = ({ operand, firstEdge }: Graph, node: NodeIndex): number[] => [
  ...operand.subarray(firstEdge[node], firstEdge[node + 1]),
]

/** Another order in which the nodes can be computed: each time one of those that are ready, as `pick` says. */
export function anotherOrder(graph: Graph, pick: (ready: number) => number): NodeIndex[] {
  const missing = Int32Array.from(graph.op, (_, node) => new Set(operandsOf(graph, node)).size)
  const ready = [...graph.op.keys()].filter((node) => missing[node] === 0)
  const order: NodeIndex[] = []
  while (ready.length > 0) {
    const [node] = ready.splice(pick(ready.length), 1)
    order.push(node)
    const { firstConsumer, consumerEdge, consumer } = graph
    const readers = consumerEdge.subarray(firstConsumer[node], firstConsumer[node + 1])
    for (const reader of new Set(Array.from(readers, (edge) => consumer[edge])))
      if (--missing[reader] === 0) ready.push(reader)
  }
  return order
}
