import type { Arithmetic } from '../arrayPrimitive.ts'

/** Determinants by expansion, without a division: between nodes, whose numbers may come to be 0. */

/** How many nodes a determinant becomes. */
export const expandedSize = (rows: number): number => rows * 2 ** rows

type Entries<Number> = readonly (readonly Number[])[]

/** Laplace's expansion along the first row, each minor once. */
export function expanded<Number>(write: Arithmetic<Number>, rows: Entries<Number>): Number {
  const known = new Map<string, Number>()
  const minor = (row: number, columns: readonly number[]): Number => {
    if (columns.length === 0) return write.number(1)
    if (columns.length === 1) return rows[row][columns[0]]
    const key = columns.join()
    const found = known.get(key)
    if (found !== undefined) return found
    const terms = columns.map((column) =>
      write.call(
        'mul',
        rows[row][column],
        minor(
          row + 1,
          columns.filter((other) => other !== column),
        ),
      ),
    )
    const sum = terms.reduce((sum, term, i) => write.call(i % 2 === 1 ? 'sub' : 'add', sum, term))
    known.set(key, sum)
    return sum
  }
  return minor(
    0,
    rows.map((_, column) => column),
  )
}

/** By row and column of the inverse: the minor's determinant with its sign, over that of the whole. */
export function invertedEntries<Number>(write: Arithmetic<Number>, rows: Entries<Number>): Number[][] {
  const whole = expanded(write, rows)
  return rows.map((_, row) =>
    rows.map((__, column) => {
      const minor = rows.filter((___, i) => i !== column).map((entries) => entries.filter((____, j) => j !== row))
      const share = write.call('div', expanded(write, minor), whole)
      return (row + column) % 2 === 0 ? share : write.call('neg', share)
    }),
  )
}
