import type { Arithmetic } from '../arrayPrimitive.ts'
import { minorOf } from './elimination.ts'

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

/** By row and column: the determinant of what is left without them, with its sign. */
export const expandedCofactors = <Number>(write: Arithmetic<Number>, rows: Entries<Number>): Number[][] =>
  rows.map((_, row) =>
    rows.map((__, column) => {
      const minor = minorOf(rows, row, column)
      const found = minor.length === 0 ? write.number(1) : expanded(write, minor)
      return (row + column) % 2 === 0 ? found : write.call('neg', found)
    }),
  )

/** The inverse: the cofactors with rows and columns exchanged, over the determinant. */
export function invertedEntries<Number>(write: Arithmetic<Number>, rows: Entries<Number>): Number[][] {
  const whole = expanded(write, rows)
  const all = expandedCofactors(write, rows)
  return rows.map((_, row) => rows.map((__, column) => write.call('div', all[column][row], whole)))
}
