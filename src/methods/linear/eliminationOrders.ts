import {
  type EliminationGame,
  eliminate,
  eliminateAll,
  markowitz,
  predecessorsOf,
  successorsOf,
} from './elimination.ts'

/** Forward mode eliminates in tape order, reverse mode against it. */
export const forwardOrder = ({ inner }: EliminationGame): number[] => [...inner].sort((a, b) => a - b)
export const reverseOrder = (game: EliminationGame): number[] => forwardOrder(game).reverse()

/** Always the vertex that takes the fewest multiplications next. */
export function greedyOrder(game: EliminationGame): number[] {
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

/** Inner vertices up to which the best order is computed, and vertices in all. */
export const MOST_OPTIMAL = 14
const MOST_BITS = 31

/**
 * The order that takes the fewest multiplications, by dynamic programming over the sets of vertices that are gone: what a
 * vertex costs next depends on the set alone, not on the order in it. Null where there are too many.
 */
export function bestOrder(game: EliminationGame): number[] | null {
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

function structureOf(game: EliminationGame): Structure {
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

/** An order of eliminations to compare with; null where it would take too long to find. */
export interface Rival {
  readonly name: string
  readonly order: readonly number[] | null
  readonly multiplications: number | null
}

/** The orders of both modes, the greedy one and the best one. */
export function rivalsOf(start: EliminationGame): Rival[] {
  const rival = (name: string, order: readonly number[] | null): Rival => ({
    ...{ name, order },
    multiplications: order && eliminateAll(start, order).multiplications,
  })
  return [
    rival('Forward mode', forwardOrder(start)),
    rival('Reverse mode', reverseOrder(start)),
    rival('Cheapest next', greedyOrder(start)),
    rival('Best', bestOrder(start)),
  ]
}
