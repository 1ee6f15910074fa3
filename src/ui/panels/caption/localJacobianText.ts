import { count } from '../../../language/words.ts'
import type { LocalJacobian } from '../../../trace/localJacobian.ts'
import type { Pass } from '../../../trace/pass.ts'

const PRODUCT = { primal: '', tangent: 'Jacobian-vector product', adjoint: 'vector-Jacobian product' } as const

/** Why the product is computed and the matrix is not, in numbers. */
export function sizesText({ rows, columns, work }: LocalJacobian, kind: Pass['kind'], transposed: boolean): string {
  const [down, across] = transposed ? [columns, rows] : [rows, columns]
  const size = rows * columns
  const whole = `As a matrix it ${size > 1 ? `has ${down}×${across} entries, ${count(size, 'number')}` : 'is one number'}`
  const taken = `the ${PRODUCT[kind]} takes ${count(work, 'multiplication')}`
  return work < size
    ? `${whole}; ${taken}. So the pass computes the product and never builds the Jacobian.`
    : `${whole}; ${taken}.`
}

/** Which entries stand in rows, and what the layout leaves as it is. */
export const layoutText = (transposed: boolean, consumer: string, operand: string): string =>
  transposed
    ? `Denominator layout: a row for each entry of ${operand}, a column for each entry of ${consumer}. An adjoint keeps the shape of its value in either layout.`
    : `Numerator layout: a row for each entry of ${consumer}, a column for each entry of ${operand}. An adjoint keeps the shape of its value in either layout.`

/** Row by row becomes column by column. */
export function transposedNumbers(dense: Float64Array, columns: number): Float64Array {
  const rows = dense.length / columns
  return dense.map((_, place) => dense[(place % rows) * columns + Math.floor(place / rows)])
}
