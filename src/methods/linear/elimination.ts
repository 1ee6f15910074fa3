import type { NodeIndex } from '../../graph/graph.ts'
import { type Linearised, relevantNodes } from './linearised.ts'

/**
 * The linearised graph while its inner vertices are eliminated one by one: an edge from each predecessor to each
 * successor gets the product of the two partials, and parallel edges add up, until only edges from inputs to outputs
 * remain: the Jacobian. (Griewank and Reese 1991.)
 */
export interface Elimination {
  /** By vertex: its predecessors and the partials from them. Outputs that are also used have a copy for a vertex. */
  readonly into: ReadonlyMap<number, ReadonlyMap<number, number>>
  /** By vertex: its successors. */
  readonly outOf: ReadonlyMap<number, ReadonlySet<number>>
  /** Inner vertices that are left. */
  readonly inner: readonly number[]
  readonly multiplications: number
  readonly additions: number
}

/** What a vertex stands for: a node of the graph, or the copy of an output that other nodes read. */
export interface Vertices {
  readonly nodeOf: (vertex: number) => NodeIndex
  readonly inputs: readonly number[]
  /** Each node once, though several outputs may name it. */
  readonly outputs: readonly number[]
}

export interface Game {
  readonly vertices: Vertices
  readonly start: Elimination
}

/** More inner vertices are no game. */
export const MOST_INNER = 300

/** The game at its start; null where there are too many inner vertices. */
export function beginElimination(linear: Linearised): Game | null {
  const { graph } = linear.primal
  const { size } = graph
  const inputs = graph.inputs.map(({ node }) => node)
  const ends = [...new Set(graph.outputs.map(({ node }) => node))]
  const relevant = relevantNodes(linear)
  const into = new Map<number, ReadonlyMap<number, number>>()
  for (let node = 0; node < size; node++) if (relevant[node]) into.set(node, partialsInto(linear, node, relevant))
  for (const input of inputs) into.delete(input)
  // A copy keeps the output where its node is eliminated like any other.
  const isCopied = (node: NodeIndex) =>
    inputs.includes(node) || linear.outOf[node].some(({ consumer }) => relevant[consumer])
  const outputs = ends.map((node) => (isCopied(node) ? size + node : node))
  for (const [i, node] of ends.entries())
    if (outputs[i] !== node && relevant[node]) into.set(outputs[i], new Map([[node, 1]]))
  const ofOutputs = new Set(outputs)
  const inner = [...into.keys()].filter((vertex) => !ofOutputs.has(vertex))
  if (inner.length > MOST_INNER) return null
  return {
    vertices: { nodeOf: (vertex) => (vertex < size ? vertex : vertex - size), inputs, outputs },
    start: { into, outOf: turned(into), inner, multiplications: 0, additions: 0 },
  }
}

function partialsInto({ into }: Linearised, node: NodeIndex, relevant: Uint8Array): Map<number, number> {
  const partials = new Map<number, number>()
  for (const { operand, partial } of into[node])
    if (relevant[operand]) partials.set(operand, (partials.get(operand) ?? 0) + partial)
  return partials
}

function turned(into: Elimination['into']): Map<number, Set<number>> {
  const outOf = new Map<number, Set<number>>()
  for (const [vertex, partials] of into)
    for (const predecessor of partials.keys()) {
      const known = outOf.get(predecessor)
      if (known) known.add(vertex)
      else outOf.set(predecessor, new Set([vertex]))
    }
  return outOf
}

const NOTHING: ReadonlyMap<number, number> = new Map()
const NONE: ReadonlySet<number> = new Set()

const predecessorsOf = ({ into }: Elimination, vertex: number): ReadonlyMap<number, number> =>
  into.get(vertex) ?? NOTHING
const successorsOf = ({ outOf }: Elimination, vertex: number): ReadonlySet<number> => outOf.get(vertex) ?? NONE

/** Multiplications that eliminating the vertex takes now: its predecessors times its successors (Markowitz 1957). */
export const markowitz = (game: Elimination, vertex: number): number =>
  predecessorsOf(game, vertex).size * successorsOf(game, vertex).size

/** The game after one more vertex has gone. */
export function eliminate(game: Elimination, vertex: number): Elimination {
  const predecessors = predecessorsOf(game, vertex)
  const successors = successorsOf(game, vertex)
  const into = new Map(game.into)
  const outOf = new Map(game.outOf)
  into.delete(vertex)
  outOf.delete(vertex)
  let additions = 0
  for (const successor of successors) {
    const partials = new Map(predecessorsOf(game, successor))
    const outgoing = partials.get(vertex) as number
    partials.delete(vertex)
    for (const [predecessor, incoming] of predecessors) {
      const parallel = partials.get(predecessor)
      if (parallel !== undefined) additions++
      partials.set(predecessor, parallel === undefined ? outgoing * incoming : parallel + outgoing * incoming)
    }
    into.set(successor, partials)
  }
  for (const predecessor of predecessors.keys()) {
    const after = new Set([...successorsOf(game, predecessor), ...successors])
    after.delete(vertex)
    outOf.set(predecessor, after)
  }
  return {
    ...{ into, outOf, additions: game.additions + additions },
    inner: game.inner.filter((other) => other !== vertex),
    multiplications: game.multiplications + predecessors.size * successors.size,
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

/** Inner vertices up to which the best order is computed, and vertices in all. */
export const MOST_OPTIMAL = 14
const MOST_BITS = 31

/**
 * The order that takes the fewest multiplications, by dynamic programming over the sets of vertices that are gone: what a
 * vertex costs next depends on the set alone, not on the order in it. Null where there are too many.
 */
export function bestOrder(game: Elimination): number[] | null {
  const { inner } = game
  const structure = structureOf(game)
  if (inner.length > MOST_OPTIMAL || structure.vertices > MOST_BITS) return null
  const sets = 2 ** inner.length
  const least = new Float64Array(sets).fill(Number.POSITIVE_INFINITY)
  const last = new Int8Array(sets)
  least[0] = 0
  for (let gone = 0; gone < sets; gone++)
    for (let i = 0; i < inner.length; i++) {
      const next = gone | (1 << i)
      if (next === gone) continue
      const cost = least[gone] + costAfter(structure, gone, i)
      if (cost >= least[next]) continue
      least[next] = cost
      last[next] = i
    }
  const order: number[] = []
  for (let set = sets - 1; set > 0; set &= ~(1 << last[set])) order.unshift(inner[last[set]])
  return order
}

/** Neighbours of the inner vertices as sets of bits: inner vertices come first, then inputs and outputs. */
interface Structure {
  readonly vertices: number
  readonly before: readonly number[]
  readonly after: readonly number[]
}

function structureOf(game: Elimination): Structure {
  const numbers = new Map(game.inner.map((vertex, i) => [vertex, i]))
  const bitOf = (vertex: number): number => {
    const number = numbers.get(vertex) ?? numbers.size
    numbers.set(vertex, number)
    return 1 << number
  }
  const bitsOf = (vertices: Iterable<number>) => [...vertices].reduce((bits, vertex) => bits | bitOf(vertex), 0)
  const before = game.inner.map((vertex) => bitsOf(predecessorsOf(game, vertex).keys()))
  const after = game.inner.map((vertex) => bitsOf(successorsOf(game, vertex)))
  return { vertices: numbers.size, before, after }
}

/** Predecessors times successors of vertex i once those of the set are gone: what is reached through them counts. */
const costAfter = ({ before, after }: Structure, gone: number, i: number): number =>
  countBits(reached(before, gone, i) & ~gone) * countBits(reached(after, gone, i) & ~gone)

function reached(next: readonly number[], gone: number, i: number): number {
  let found = next[i]
  let pending = found & gone
  while (pending !== 0) {
    const vertex = 31 - Math.clz32(pending)
    const further = next[vertex] & ~found
    found |= further
    pending = (pending & ~(1 << vertex)) | (further & gone)
  }
  return found
}

function countBits(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

/** The Jacobian that is left when no inner vertex is: by output, then by input. */
export const remaining = ({ into }: Elimination, { inputs, outputs }: Vertices): number[][] =>
  outputs.map((output) => inputs.map((input) => (output === input ? 1 : (into.get(output)?.get(input) ?? 0))))
