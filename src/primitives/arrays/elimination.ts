import type { Cost } from '../primitive.ts'

/** Gaussian elimination with partial pivoting (Golub and Van Loan, Matrix Computations, 4th edition, section 3.4). */

type Matrix = readonly (readonly number[])[]

/** Rows that a matrix may have here: that of 32 has a million local partials ∂inv/∂A, each of which is kept. */
export const MOST_ROWS = 32

/** By number of entries: how many rows a square matrix has. */
const ROWS = new Map(Array.from({ length: MOST_ROWS + 1 }, (_, n) => [n * n, n]))

/** The entries of a square matrix, row by row. */
export function rowsOf<Entry>(entries: readonly Entry[]): Entry[][] {
  const n = ROWS.get(entries.length)
  const rows: Entry[][] = []
  for (const entry of entries) {
    const row = rows.at(-1)
    if (row && row.length !== n) row.push(entry)
    else rows.push([entry])
  }
  return rows
}

/** A row of the coefficients, and of the right sides. */
interface Equation {
  readonly coefficients: readonly number[]
  readonly right: readonly number[]
}

/** The one whose first coefficient is largest; NaN counts as largest, so that it is not lost. */
const pivotOf = (equations: readonly Equation[]): Equation =>
  equations.reduce((best, each) => {
    const [first] = each.coefficients
    return Math.abs(first) > Math.abs(best.coefficients[0]) || Number.isNaN(first) ? each : best
  })

/** The other equations without their first unknown. */
function withoutFirst(equations: readonly Equation[], pivot: Equation): Equation[] {
  const [first, ...rest] = pivot.coefficients
  return equations.flatMap((equation) => {
    if (equation === pivot) return []
    const [own, ...others] = equation.coefficients
    const factor = own / first
    return {
      coefficients: others.map((x, j) => x - factor * rest[j]),
      right: equation.right.map((x, j) => x - factor * pivot.right[j]),
    }
  })
}

/** The pivots in order, the sign of the permutation with the first; they end with a 0 if the matrix is singular. */
export function pivotsOf(matrix: Matrix): number[] {
  const pivots: number[] = []
  let left = matrix.map((coefficients): Equation => ({ coefficients, right: [] }))
  let isOdd = false
  while (left.length > 0) {
    const pivot = pivotOf(left)
    pivots.push(pivot.coefficients[0])
    if (pivot.coefficients[0] === 0) break
    // The pivot’s row goes to the top: so many exchanges of neighbours.
    for (const equation of left) {
      if (equation === pivot) break
      isOdd = !isOdd
    }
    left = withoutFirst(left, pivot)
  }
  if (isOdd) pivots[0] = -pivots[0]
  return pivots
}

/** That of no rows is 1. */
export function determinant(matrix: Matrix): number {
  if (matrix.length === 0) return 1
  const pivots = pivotsOf(matrix)
  return pivots.at(-1) === 0 ? 0 : pivots.reduce((product, pivot) => product * pivot)
}

/** The solutions of a system for each of some right sides: a row for each unknown. NaN throughout if the matrix is singular. */
export function solution(matrix: Matrix, right: Matrix): Matrix {
  const pivots: Equation[] = []
  let left = matrix.map((coefficients, i): Equation => ({ coefficients, right: right[i] }))
  while (left.length > 0) {
    const pivot = pivotOf(left)
    if (pivot.coefficients[0] === 0) return right.map((row) => row.map(() => Number.NaN))
    pivots.push(pivot)
    left = withoutFirst(left, pivot)
  }
  const known: number[][] = []
  for (const { coefficients, right: sides } of pivots.reverse()) {
    const [first, ...rest] = coefficients
    known.unshift(sides.map((side, j) => rest.reduce((sum, x, k) => sum - x * known[k][j], side) / first))
  }
  return known
}

export const inverse = (matrix: Matrix): Matrix =>
  solution(
    matrix,
    matrix.map((_, i) => matrix.map((__, j) => (i === j ? 1 : 0))),
  )

/** The determinant of what is left without each row and column, with its sign: ∂det/∂A. */
export const cofactorsOf = (matrix: Matrix): Matrix =>
  matrix.map((_, row) => matrix.map((__, column) => signed(row, column, determinant(minorOf(matrix, row, column)))))

/** Whether a place has the sign −, by parity. */
const ODD = Array.from({ length: MOST_ROWS }, (_, place) => place % 2 === 1)

const signed = (row: number, column: number, minor: number): number => (ODD[row] === ODD[column] ? minor : -minor)

export const minorOf = <Entry>(rows: readonly (readonly Entry[])[], row: number, column: number): Entry[][] =>
  without(rows, row).map((entries) => without(entries, column))

/** By entry of the cofactors and entry of the matrix: ∂C/∂A, which is 0 in the same row or column. */
export function cofactorPartial(matrix: Matrix, [i, j]: readonly [number, number], [k, l]: readonly [number, number]) {
  if (i === k || j === l) return null
  const rows = without([...matrix.keys()], i)
  const columns = without([...matrix.keys()], j)
  const [row, column] = [rows.indexOf(k), columns.indexOf(l)]
  return signed(i, j, signed(row, column, determinant(minorOf(minorOf(matrix, i, j), row, column))))
}

const without = <Item>(items: readonly Item[], place: number): Item[] => items.filter((_, i) => i !== place)

/** Operations for the pivots of a matrix of n rows with so many right sides. */
export function eliminationCost(n: number, sides = 0): Required<Cost> {
  let [divisions, products] = [0, 0]
  for (let left = n - 1; left > 0; left--) {
    divisions += left
    products += left * (left + sides)
  }
  return { additions: products, multiplications: products, divisions, calls: 0 }
}

export function determinantCost(n: number): Required<Cost> {
  const pivots = eliminationCost(n)
  return { ...pivots, multiplications: pivots.multiplications + Math.max(0, n - 1) }
}

export function solutionCost(n: number, sides: number): Required<Cost> {
  const { additions, multiplications, divisions } = eliminationCost(n, sides)
  const back = (sides * n * (n - 1)) / 2
  return {
    ...{ additions: additions + back, multiplications: multiplications + back },
    ...{ divisions: divisions + n * sides, calls: 0 },
  }
}

/** The identity's ones are on the right: what they would multiply is taken as it is. */
export function inverseCost(n: number): Required<Cost> {
  const all = solutionCost(n, n)
  return { ...all, multiplications: all.multiplications - (n * (n - 1)) / 2 }
}
