import { CONSTANT, type Graph, type NodeIndex } from '../graph/graph.ts'

/**
 * An undirected cycle of the graph, which a directed acyclic graph may well have: its nodes in order, each joined to the
 * next and the last to the first. Two nodes if one reads the other twice; null if the graph is a forest. Constants are left
 * out. The cycle is the one that the earliest edge along the tape closes, on the shortest way round.
 */
export function undirectedCycle(graph: Graph): NodeIndex[] | null {
  const { operand, consumer, op, size } = graph
  const root = Int32Array.from({ length: size }, (_, node) => node)
  const neighbours: NodeIndex[][] = Array.from({ length: size }, () => [])
  for (const [edge, from] of operand.entries()) {
    if (op[from] === CONSTANT) continue
    const to = consumer[edge]
    const [a, b] = [rootOf(root, from), rootOf(root, to)]
    if (a === b) return wayBetween(neighbours, from, to)
    root[a] = b
    neighbours[from].push(to)
    neighbours[to].push(from)
  }
  return null
}

/** The root of a node's tree; the path to it is halved on the way (Tarjan and van Leeuwen 1984). */
function rootOf(root: Int32Array, node: NodeIndex): NodeIndex {
  let at = node
  while (root[at] !== at) {
    root[at] = root[root[at]]
    at = root[at]
  }
  return at
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
