import { type Sparsity, transposed } from './pattern.ts'

/** Columns of one colour share no row, so that one pass computes them all. */
export interface Colouring {
  readonly colours: number
  /** By column. */
  readonly colourOf: Int32Array
}

/** Pairs of columns that meet in a row, beyond which no colours are sought, so that nobody waits. */
const MOST_MEETINGS = 10_000_000

/**
 * Colours columns greedily, those that meet most others first: A. R. Curtis, M. J. D. Powell and J. K. Reid, "On the
 * estimation of sparse Jacobian matrices", IMA Journal of Applied Mathematics 13 (1974), 117–119; the order is that of
 * D. J. A. Welsh and M. B. Powell, The Computer Journal 10 (1967), 85–86. Not always the fewest colours, which is NP-hard.
 */
export function colourColumns(sparsity: Sparsity): Colouring {
  const count = sparsity.columns.length
  const meetings = sparsity.present.reduce((sum, { length }) => sum + length * length, 0)
  const isFull = sparsity.present.some(({ length }) => length === count)
  if (isFull || meetings > MOST_MEETINGS)
    return { colours: count, colourOf: Int32Array.from({ length: count }, (_, i) => i) }
  return colourGreedily(sparsity)
}

function colourGreedily(sparsity: Sparsity): Colouring {
  const rowsOf = transposed(sparsity).present
  const meets = (column: number): Set<number> => {
    const others = new Set<number>()
    for (const row of rowsOf[column]) for (const other of sparsity.present[row]) others.add(other)
    others.delete(column)
    return others
  }
  const count = sparsity.columns.length
  const degree = Int32Array.from({ length: count }, (_, column) => meets(column).size)
  const order = Array.from({ length: count }, (_, column) => column).sort((a, b) => degree[b] - degree[a])
  const colourOf = new Int32Array(count).fill(-1)
  for (const column of order) colourOf[column] = firstFree(meets(column), colourOf)
  return { colours: colourOf.reduce((most, colour) => Math.max(most, colour + 1), 0), colourOf }
}

/** Rows of one colour share no column: one adjoint pass computes them all. */
export const colourRows = (sparsity: Sparsity): Colouring => colourColumns(transposed(sparsity))

function firstFree(others: ReadonlySet<number>, colourOf: Int32Array): number {
  const taken = new Set<number>()
  for (const other of others) taken.add(colourOf[other])
  let colour = 0
  while (taken.has(colour)) colour++
  return colour
}
