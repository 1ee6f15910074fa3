import { CONSTANT, type EdgeIndex, type Graph, type NodeIndex } from '../graph/graph.ts'
import { allApart, join } from '../graph/unionFind.ts'

/**
 * An undirected cycle of the graph, which a directed acyclic graph may well have: its nodes in order, each joined to the
 * next and the last to the first. Two nodes if one reads the other twice; null if the graph is a forest. Constants are left
 * out. The cycle is the one that the earliest edge along the tape closes, on the shortest way round.
 */
export function undirectedCycle(graph: Graph): NodeIndex[] | null {
  const { operand, consumer, op, size } = graph
  const forest = allApart(size)
  const neighbours: NodeIndex[][] = Array.from({ length: size }, () => [])
  for (const [edge, from] of operand.entries()) {
    if (op[from] === CONSTANT) continue
    const to = consumer[edge]
    if (!join(forest, from, to)) return wayBetween(neighbours, from, to)
    neighbours[from].push(to)
    neighbours[to].push(from)
  }
  return null
}

/** The way in a forest, both ends included. */
function wayBetween(neighbours: readonly (readonly NodeIndex[])[], from: NodeIndex, to: NodeIndex): NodeIndex[] {
  const before = new Map([[to, to]])
  const pending = [to]
  for (const node of pending) {
    if (node === from) break
    for (const next of neighbours[node])
      if (!before.has(next)) {
        before.set(next, node)
        pending.push(next)
      }
  }
  const way = [from]
  for (let node = from; node !== to; ) {
    node = before.get(node) as NodeIndex
    way.push(node)
  }
  return way
}

/** The edges between neighbours on a cycle; both where it is two nodes. */
export function edgesAround({ operand, consumer }: Graph, cycle: readonly NodeIndex[]): EdgeIndex[] {
  const place = new Map(cycle.map((node, i) => [node, i]))
  return [...operand.keys()].filter((edge) => {
    const [a, b] = [place.get(operand[edge]), place.get(consumer[edge])]
    if (a === undefined || b === undefined) return false
    const apart = Math.abs(a - b)
    return apart === 1 || apart === cycle.length - 1
  })
}
