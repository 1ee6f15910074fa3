import type { NodeIndex } from '../graph/graph.ts'
import type { Linearised, Link } from './linearised.ts'

/** A way from an input to an output, and the product of the local partials along it. */
export interface Path {
  readonly links: readonly Link[]
  readonly product: number
}

/** All paths between two nodes: how many there are, what it costs to follow each, and what the factored sum costs. */
export interface PathCount {
  readonly paths: bigint
  /** Of each path's partials, and of the products. */
  readonly multiplications: bigint
  readonly additions: bigint
  /** Of a pass over the same edges, which factors the sum: one multiplication for each edge after the first. */
  readonly factoredMultiplications: number
  readonly factoredAdditions: number
}

/** The nodes on some path from one node to another, by node. */
function between({ into, primal }: Linearised, from: NodeIndex, to: NodeIndex): Uint8Array {
  const reaches = new Uint8Array(primal.graph.size)
  reaches[from] = 1
  for (let node = from + 1; node <= to; node++)
    for (const { operand } of into[node]) if (reaches[operand]) reaches[node] = 1
  const on = new Uint8Array(primal.graph.size)
  on[to] = reaches[to]
  for (let node = to; node > from; node--)
    if (on[node]) for (const { operand } of into[node]) on[operand] ||= reaches[operand]
  return on
}

/** Counts exactly, however many paths there are, in time linear in the graph. */
export function countPaths(linear: Linearised, from: NodeIndex, to: NodeIndex): PathCount {
  const on = between(linear, from, to)
  const count = new Map<NodeIndex, bigint>([[from, 1n]])
  // Links on all paths to a node together: each path's links, added up.
  const links = new Map<NodeIndex, bigint>([[from, 0n]])
  let edges = 0
  let merging = 0
  for (let node = from + 1; node <= to; node++) {
    if (!on[node]) continue
    let [paths, length, arriving] = [0n, 0n, 0]
    for (const { operand } of linear.into[node]) {
      if (!on[operand]) continue
      paths += count.get(operand) ?? 0n
      length += (links.get(operand) ?? 0n) + (count.get(operand) ?? 0n)
      arriving++
    }
    count.set(node, paths)
    links.set(node, length)
    edges += arriving
    merging += arriving - 1
  }
  const paths = on[to] ? (count.get(to) ?? 0n) : 0n
  const length = links.get(to) ?? 0n
  return {
    paths,
    multiplications: paths === 0n ? 0n : from === to ? 0n : length - paths,
    additions: paths === 0n ? 0n : paths - 1n,
    factoredMultiplications:
      paths === 0n ? 0 : Math.max(0, edges - linear.outOf[from].filter(({ consumer }) => on[consumer]).length),
    factoredAdditions: paths === 0n ? 0 : merging,
  }
}

/** The first paths between two nodes, at most so many; operands left to right from the output. */
export function listPaths(linear: Linearised, from: NodeIndex, to: NodeIndex, most: number): Path[] {
  const on = between(linear, from, to)
  const found: Path[] = []
  if (!on[to]) return found
  // A stack of links that lead back from the output; what stands on it is followed last to first.
  const way: Link[] = []
  const waiting: (Link | null)[] = choices(linear, to, on)
  if (from === to) return [{ links: [], product: 1 }]
  while (waiting.length > 0 && found.length < most) {
    const link = waiting.pop() as Link | null
    if (link === null) way.pop()
    else {
      way.push(link)
      waiting.push(null)
      if (link.operand === from) found.push(pathOf(way))
      else waiting.push(...choices(linear, link.operand, on))
    }
  }
  return found
}

const choices = ({ into }: Linearised, node: NodeIndex, on: Uint8Array): Link[] =>
  into[node].filter(({ operand }) => on[operand]).reverse()

/** From the input to the output, the partials multiplied in that order. */
function pathOf(back: readonly Link[]): Path {
  const links = [...back].reverse()
  return { links, product: links.reduce((product, { partial }) => product * partial, 1) }
}

/** ∂to/∂from as the sum over paths of the products of their partials (Bauer 1974), where all of them are listed. */
export const sumOverPaths = (paths: readonly Path[]): number => paths.reduce((sum, { product }) => sum + product, 0)
