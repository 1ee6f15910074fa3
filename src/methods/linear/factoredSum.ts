import { type Linearised, type Link, onPaths } from './linearised.ts'

/** One line of the factored sum: the adjoint of a vertex as the sum over the edges that leave it. */
export interface FactoredLine {
  readonly vertex: number
  /** Empty for the output, which is seeded with 1. */
  readonly links: readonly Link[]
  readonly number: number
}

/** What an adjoint pass computes on the paths between two vertices: every edge once, however many paths go along it. */
export function factoredSum(linear: Linearised, from: number, to: number): FactoredLine[] {
  const on = onPaths(linear, [from], [to])
  const numbers = new Map([[to, 1]])
  const lines: FactoredLine[] = [{ vertex: to, links: [], number: 1 }]
  for (let vertex = to - 1; vertex >= from; vertex--) {
    if (!on[vertex]) continue
    const links = linear.outOf[vertex].filter(({ consumer }) => on[consumer])
    const number = sumOf(links.map(({ consumer, partial }) => (numbers.get(consumer) as number) * partial))
    numbers.set(vertex, number)
    lines.push({ vertex, links, number })
  }
  return on[to] ? lines : []
}

const sumOf = (terms: readonly number[]): number => terms.reduce((sum, term) => sum + term)
