/** Numbers row by row. Where nothing depends on anything there is none, not a 0 that could meet an infinity. */
export interface Matrix {
  readonly rows: number
  readonly columns: number
  readonly numbers: Float64Array
  readonly present: Uint8Array
}

export const emptyMatrix = (rows: number, columns: number): Matrix => ({
  ...{ rows, columns },
  numbers: new Float64Array(rows * columns),
  present: new Uint8Array(rows * columns),
})

export function identity(size: number): Matrix {
  const matrix = emptyMatrix(size, size)
  for (let i = 0; i < size; i++) addAt(matrix, i * (size + 1), 1)
  return matrix
}

/** Adds a term to the number at a place, counted row by row. */
export function addAt({ numbers, present }: Matrix, place: number, term: number): void {
  numbers[place] = present[place] ? numbers[place] + term : term
  present[place] = 1
}

/** left · right: the columns of the left one are the rows of the right one. */
export function multiplied(left: Matrix, right: Matrix): Matrix {
  const product = emptyMatrix(left.rows, right.columns)
  for (let i = 0; i < left.rows; i++)
    for (let k = 0; k < left.columns; k++) {
      const a = i * left.columns + k
      if (!left.present[a]) continue
      for (let j = 0; j < right.columns; j++) {
        const b = k * right.columns + j
        if (right.present[b]) addAt(product, i * right.columns + j, left.numbers[a] * right.numbers[b])
      }
    }
  return product
}

/** Multiplications that left · right takes: m·k·n. */
export const multiplicationsOf = (left: Matrix, right: Matrix): number => left.rows * left.columns * right.columns

/** Of one matrix at least, all of one size. */
export function sumOfMatrices(matrices: readonly Matrix[]): Matrix {
  const sum = emptyMatrix(matrices[0].rows, matrices[0].columns)
  for (const { numbers, present } of matrices)
    for (const [place, x] of numbers.entries()) if (present[place]) addAt(sum, place, x)
  return sum
}
