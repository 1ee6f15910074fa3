import { CONSTANT, type Graph, type NodeIndex } from '../graph/graph.ts'

/** Nodes up to which orders are counted: their sets are the bits of two halves of a number. */
const MOST_NODES = 52
const HALF = 26
/** Steps from set to set while counting, so that it never takes long. */
const MOST_STEPS = 20_000

/** Nodes that are computed, and in how many orders they can have been. */
interface Computed {
  readonly low: number
  readonly high: number
  readonly ready: readonly number[]
  orders: bigint
}

/** How many topological orders a graph has, constants left out; null where there are too many to count them. */
export function countOrders(graph: Graph): bigint | null {
  const nodes = [...graph.op.keys()].filter((node) => graph.op[node] !== CONSTANT)
  if (nodes.length > MOST_NODES) return null
  const { needs, readers } = relations(graph, nodes)
  const ready = [...nodes.keys()].filter((i) => needs[i].length === 0)
  let sets: Iterable<Computed> = [{ low: 0, high: 0, ready, orders: 1n }]
  let steps = 0
  // Sets of one size at a time.
  for (let size = 0; size < nodes.length; size++) {
    const larger = new Map<number, Computed>()
    for (const set of sets)
      for (const i of set.ready) {
        if (++steps > MOST_STEPS) return null
        const low = i < HALF ? set.low | (1 << i) : set.low
        const high = i < HALF ? set.high : set.high | (1 << (i - HALF))
        const key = low + high * 2 ** HALF
        const known = larger.get(key)
        if (known) known.orders += set.orders
        else {
          const holds = (j: number) => (j < HALF ? low & (1 << j) : high & (1 << (j - HALF)))
          const freed = readers[i].filter((reader) => needs[reader].every(holds))
          larger.set(key, { low, high, ready: [...set.ready.filter((j) => j !== i), ...freed], orders: set.orders })
        }
      }
    sets = larger.values()
  }
  const [all] = sets
  return all.orders
}

/** By node of the list: which others it needs, and which need it. */
function relations(graph: Graph, nodes: readonly NodeIndex[]): { needs: number[][]; readers: number[][] } {
  const place = new Map(nodes.map((node, i) => [node, i]))
  const needs = nodes.map((node) =>
    [...new Set(operandsOf(graph, node))].map((operand) => place.get(operand)).filter((i) => i !== undefined),
  )
  const readers: number[][] = nodes.map(() => [])
  for (const [i, operands] of needs.entries()) for (const operand of operands) readers[operand].push(i)
  return { needs, readers }
}

const operandsOf = ({ operand, firstEdge }: Graph, node: NodeIndex): Int32Array =>
  operand.subarray(firstEdge[node], firstEdge[node + 1])

/** Another order in which the nodes can be computed: each time one of those that are ready, as `pick` says. */
export function anotherOrder(graph: Graph, pick: (ready: number) => number): NodeIndex[] {
  const nodes = [...graph.op.keys()]
  const { needs, readers } = relations(graph, nodes)
  const missing = needs.map(({ length }) => length)
  const ready = nodes.filter((node) => missing[node] === 0)
  const order: NodeIndex[] = []
  while (ready.length > 0) {
    const [node] = ready.splice(pick(ready.length), 1)
    order.push(node)
    for (const reader of readers[node]) if (--missing[reader] === 0) ready.push(reader)
  }
  return order
}
