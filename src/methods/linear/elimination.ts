import { type Linearised, relevant } from './linearised.ts'

/**
 * The linearised graph while its inner vertices are eliminated one by one: an edge from each predecessor to each
 * successor gets the product of the two partials, and parallel edges add up, until only edges from inputs to outputs
 * remain: the Jacobian. (Griewank and Reese 1991.)
 */
export interface EliminationGame {
  /** By vertex: its predecessors and the partials from them. Outputs that are also used have a copy for a vertex. */
  readonly into: ReadonlyMap<number, ReadonlyMap<number, number>>
  /** By vertex: its successors. */
  readonly outOf: ReadonlyMap<number, ReadonlySet<number>>
  /** Inner vertices that are left. */
  readonly inner: readonly number[]
  readonly multiplications: number
  readonly additions: number
}

/** The vertices of the game: those of the map, and a copy of each output that others read. */
export interface Vertices {
  /** The vertex of the map that a vertex is, or is the copy of. */
  readonly originOf: (vertex: number) => number
  readonly inputs: readonly number[]
  /** Each once, though several outputs may name it. */
  readonly outputs: readonly number[]
}

export interface Game {
  readonly vertices: Vertices
  readonly start: EliminationGame
}

/** More inner vertices are no game. */
export const MOST_INNER = 300

/** The game at its start; null where there are too many inner vertices. */
export function beginElimination(linear: Linearised): Game | null {
  const { size, inputs } = linear
  const ends = [...new Set(linear.outputs)]
  const needed = relevant(linear)
  const into = new Map<number, ReadonlyMap<number, number>>()
  for (let vertex = 0; vertex < size; vertex++)
    if (needed[vertex]) into.set(vertex, partialsInto(linear, vertex, needed))
  for (const input of inputs) into.delete(input)
  // A copy keeps the output where its vertex is eliminated like any other.
  const isCopied = (vertex: number) =>
    inputs.includes(vertex) || linear.outOf[vertex].some(({ consumer }) => needed[consumer])
  const outputs = ends.map((vertex) => (isCopied(vertex) ? size + vertex : vertex))
  for (const [i, vertex] of ends.entries())
    if (outputs[i] !== vertex && needed[vertex]) into.set(outputs[i], new Map([[vertex, 1]]))
  const ofOutputs = new Set(outputs)
  const inner = [...into.keys()].filter((vertex) => !ofOutputs.has(vertex))
  if (inner.length > MOST_INNER) return null
  return {
    vertices: { originOf: (vertex) => (vertex < size ? vertex : vertex - size), inputs, outputs },
    start: { into, outOf: turned(into), inner, multiplications: 0, additions: 0 },
  }
}

function partialsInto({ into }: Linearised, vertex: number, needed: Uint8Array): Map<number, number> {
  const partials = new Map<number, number>()
  for (const { operand, partial } of into[vertex])
    if (needed[operand]) partials.set(operand, (partials.get(operand) ?? 0) + partial)
  return partials
}

function turned(into: EliminationGame['into']): Map<number, Set<number>> {
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

export const predecessorsOf = ({ into }: EliminationGame, vertex: number): ReadonlyMap<number, number> =>
  into.get(vertex) ?? NOTHING
export const successorsOf = ({ outOf }: EliminationGame, vertex: number): ReadonlySet<number> =>
  outOf.get(vertex) ?? NONE

/** Multiplications that eliminating the vertex takes now: its predecessors times its successors (Markowitz 1957). */
export const markowitz = (game: EliminationGame, vertex: number): number =>
  predecessorsOf(game, vertex).size * successorsOf(game, vertex).size

/** The game after one more vertex has gone. */
export function eliminate(game: EliminationGame, vertex: number): EliminationGame {
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

/** The game after vertices have gone, in this order. */
export const eliminateAll = (game: EliminationGame, order: readonly number[]): EliminationGame =>
  order.reduce(eliminate, game)

/** How many eliminations of an order can be made, each vertex being inner and still there. */
export function possibleOf({ inner }: EliminationGame, order: readonly number[]): number {
  const left = new Set(inner)
  const wrong = order.findIndex((vertex) => !left.delete(vertex))
  return wrong < 0 ? order.length : wrong
}

/** The Jacobian that is left when no inner vertex is: by output, then by input. */
export const remaining = ({ into }: EliminationGame, { inputs, outputs }: Vertices): number[][] =>
  outputs.map((output) => inputs.map((input) => (output === input ? 1 : (into.get(output)?.get(input) ?? 0))))
