import type { NodeIndex } from '../graph/graph.ts'
import type { Linearised } from './linearised.ts'

/**
 * The linearised graph while its inner vertices are eliminated one by one: an edge from each predecessor to each
 * successor gets the product of the two partials, and parallel edges add up, until only edges from inputs to outputs
 * remain: the Jacobian. (Griewank and Reese 1991.)
 */
export interface Elimination {
  /** By vertex: its predecessors and the partials from them. Outputs that are also used have a copy for a vertex. */
  readonly into: ReadonlyMap<number, ReadonlyMap<number, number>>
  /** Inner vertices that are left. */
  readonly inner: readonly number[]
  readonly multiplications: number
  readonly additions: number
}

/** What a vertex stands for: a node of the graph, or the copy of an output that other nodes read. */
export interface Vertices {
  readonly nodeOf: (vertex: number) => NodeIndex
  readonly inputs: readonly number[]
  readonly outputs: readonly number[]
}

/** The game at its start. */
export function beginElimination(linear: Linearised): { readonly vertices: Vertices; readonly start: Elimination } {
  const { graph } = linear.primal
  const { size } = graph
  const inputs = graph.inputs.map(({ node }) => node)
  const ends = [...new Set(graph.outputs.map(({ node }) => node))]
  // A copy keeps the output where its node is eliminated like any other.
  const isCopied = (node: NodeIndex) => linear.outOf[node].length > 0 || inputs.includes(node)
  const into = new Map<number, Map<number, number>>()
  const relevant = reachingOutputs(linear, ends)
  for (let node = 0; node < size; node++) {
    if (!relevant[node] || linear.into[node].length === 0) continue
    const partials = new Map<number, number>()
    for (const { operand, partial } of linear.into[node]) partials.set(operand, (partials.get(operand) ?? 0) + partial)
    into.set(node, partials)
  }
  const copies = ends.map((node) => (isCopied(node) ? size + node : node))
  for (const [i, node] of ends.entries()) if (copies[i] !== node) into.set(copies[i], new Map([[node, 1]]))
  const fixed = new Set([...inputs, ...copies])
  const inner = [...into.keys()].filter((vertex) => !fixed.has(vertex))
  return {
    vertices: { nodeOf: (vertex) => (vertex < size ? vertex : vertex - size), inputs, outputs: copies },
    start: { into, inner, multiplications: 0, additions: 0 },
  }
}

function reachingOutputs({ into, primal }: Linearised, ends: readonly NodeIndex[]): Uint8Array {
  const reaching = new Uint8Array(primal.graph.size)
  for (const node of ends) reaching[node] = 1
  for (let node = primal.graph.size - 1; node >= 0; node--)
    if (reaching[node]) for (const { operand } of into[node]) reaching[operand] = 1
  return reaching
}

const successorsOf = ({ into }: Elimination, vertex: number): number[] =>
  [...into].filter(([, partials]) => partials.has(vertex)).map(([successor]) => successor)

/** Multiplications that eliminating the vertex takes now: its predecessors times its successors (Markowitz 1957). */
export const markowitz = (game: Elimination, vertex: number): number =>
  (game.into.get(vertex)?.size ?? 0) * successorsOf(game, vertex).length

/** The game after one more vertex has gone. */
export function eliminate(game: Elimination, vertex: number): Elimination {
  const predecessors = game.into.get(vertex) ?? new Map<number, number>()
  const successors = successorsOf(game, vertex)
  const into = new Map(game.into)
  into.delete(vertex)
  let additions = 0
  for (const successor of successors) {
    const partials = new Map(into.get(successor))
    const outgoing = partials.get(vertex) as number
    partials.delete(vertex)
    for (const [predecessor, incoming] of predecessors) {
      const parallel = partials.get(predecessor)
      if (parallel !== undefined) additions++
      partials.set(predecessor, parallel === undefined ? outgoing * incoming : parallel + outgoing * incoming)
    }
    into.set(successor, partials)
  }
  return {
    into,
    inner: game.inner.filter((other) => other !== vertex),
    multiplications: game.multiplications + predecessors.size * successors.length,
    additions: game.additions + additions,
  }
}

/** Forward mode eliminates in tape order, reverse mode against it. */
export const forwardOrder = ({ inner }: Elimination): number[] => [...inner].sort((a, b) => a - b)
export const reverseOrder = (game: Elimination): number[] => forwardOrder(game).reverse()

/** Always the vertex that takes the fewest multiplications next. */
export function greedyOrder(game: Elimination): number[] {
  const order: number[] = []
  let at = game
  while (at.inner.length > 0) {
    let best = at.inner[0]
    let least = Number.POSITIVE_INFINITY
    for (const vertex of at.inner) {
      const cost = markowitz(at, vertex)
      if (cost < least) [best, least] = [vertex, cost]
    }
    order.push(best)
    at = eliminate(at, best)
  }
  return order
}

export const play = (game: Elimination, order: readonly number[]): Elimination => order.reduce(eliminate, game)

/** Inner vertices up to which the best order is computed. */
export const MOST_OPTIMAL = 14

/**
 * The order that takes the fewest multiplications, by dynamic programming over the sets of vertices that are gone: what a
 * vertex costs next depends on the set alone, not on the order in it. Null where there are too many.
 */
export function bestOrder(game: Elimination): number[] | null {
  const { inner } = game
  if (inner.length > MOST_OPTIMAL) return null
  const structure = structureOf(game)
  const sets = 2 ** inner.length
  const least = new Float64Array(sets).fill(Number.POSITIVE_INFINITY)
  const last = new Int8Array(sets).fill(-1)
  least[0] = 0
  for (let gone = 0; gone < sets; gone++)
    for (let i = 0; i < inner.length; i++) {
      const next = gone | (1 << i)
      if (next === gone) continue
      const cost = least[gone] + costAfter(structure, gone, i)
      if (cost < least[next]) {
        least[next] = cost
        last[next] = i
      }
    }
  const order: number[] = []
  for (let set = sets - 1; set > 0; set &= ~(1 << last[set])) order.unshift(inner[last[set]])
  return order
}

/** Neighbours of the inner vertices, numbered: inner ones first, then inputs and outputs. */
interface Structure {
  readonly count: number
  readonly before: readonly (readonly number[])[]
  readonly after: readonly (readonly number[])[]
}

function structureOf(game: Elimination): Structure {
  const number = new Map(game.inner.map((vertex, i) => [vertex, i]))
  const numbered = (vertex: number): number => {
    const known = number.get(vertex) ?? number.size
    number.set(vertex, known)
    return known
  }
  return {
    count: game.inner.length,
    before: game.inner.map((vertex) => [...(game.into.get(vertex)?.keys() ?? [])].map(numbered)),
    after: game.inner.map((vertex) => successorsOf(game, vertex).map(numbered)),
  }
}

/** Predecessors times successors of vertex i once those of the set are gone: what is reached through them counts. */
function costAfter({ before, after, count }: Structure, gone: number, i: number): number {
  const reached = (next: readonly (readonly number[])[]): number => {
    const seen = new Set<number>()
    const pending = [...next[i]]
    for (let vertex = pending.pop(); vertex !== undefined; vertex = pending.pop()) {
      if (seen.has(vertex)) continue
      seen.add(vertex)
      if (vertex < count && gone & (1 << vertex)) pending.push(...next[vertex])
    }
    return [...seen].filter((vertex) => vertex >= count || !(gone & (1 << vertex))).length
  }
  return reached(before) * reached(after)
}

/** The Jacobian that is left when no inner vertex is: by output, then by input. */
export const remaining = ({ into }: Elimination, { inputs, outputs }: Vertices): number[][] =>
  outputs.map((output) => inputs.map((input) => (output === input ? 1 : (into.get(output)?.get(input) ?? 0))))
