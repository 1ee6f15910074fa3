import { type Matrix, multiplicationsOf, multiplied } from './matrix.ts'

/** A way to multiply layers' Jacobians, the first layer's being matrix 0: one of them, or the product of two ways. */
export type Bracketing = number | readonly [left: Bracketing, right: Bracketing]

/** The Jacobian, output rows by input columns, and what the bracketing costs: m·k·n for each product of matrices. */
interface MultipliedOut {
  readonly matrix: Matrix
  readonly multiplications: number
}

const numbersTo = (count: number): number[] => Array.from({ length: count }, (_, layer) => layer)

/** The right factor first: each input's direction goes through the layers, as forward mode does. */
export const fromTheRight = (count: number): Bracketing =>
  numbersTo(count).reduce((product: Bracketing | null, layer) => (product === null ? layer : [layer, product]), null) ??
  0

/** The left factor first: each output's weights go back through the layers, as reverse mode does. */
export const fromTheLeft = (count: number): Bracketing =>
  numbersTo(count).reduceRight(
    (product: Bracketing | null, layer) => (product === null ? layer : [product, layer]),
    null,
  ) ?? 0

/** The bracketing that takes the fewest multiplications, by dynamic programming (Godbole 1973). */
export function cheapest(matrices: readonly Matrix[]): Bracketing {
  const sizes = [matrices[0]?.columns ?? 0, ...matrices.map(({ rows }) => rows)]
  const best: { cost: number; way: Bracketing }[][] = matrices.map(() => [])
  for (let length = 1; length <= matrices.length; length++)
    for (let first = 0; first + length <= matrices.length; first++) {
      const last = first + length - 1
      if (length === 1) best[first][last] = { cost: 0, way: first }
      for (let cut = first; cut < last; cut++) {
        const [right, left] = [best[first][cut], best[cut + 1][last]]
        const cost = left.cost + right.cost + sizes[last + 1] * sizes[cut + 1] * sizes[first]
        const known = best[first][last]
        if (!known || cost < known.cost) best[first][last] = { cost, way: [left.way, right.way] }
      }
    }
  return best[0]?.[matrices.length - 1]?.way ?? 0
}

/** Every bracketing of so many layers: the Catalan numbers count them, so that few layers have many. */
export function allBracketings(first: number, last: number): Bracketing[] {
  if (first === last) return [first]
  const ways: Bracketing[] = []
  for (let cut = first; cut < last; cut++)
    for (const left of allBracketings(cut + 1, last))
      for (const right of allBracketings(first, cut)) ways.push([left, right])
  return ways
}

/** Multiplies the matrices as the bracketing says. */
export function multipliedOut(matrices: readonly Matrix[], bracketing: Bracketing): MultipliedOut {
  if (typeof bracketing === 'number') return { matrix: matrices[bracketing], multiplications: 0 }
  const [left, right] = bracketing.map((part) => multipliedOut(matrices, part))
  return {
    matrix: multiplied(left.matrix, right.matrix),
    multiplications: multiplicationsOf(left.matrix, right.matrix) + left.multiplications + right.multiplications,
  }
}
