import type { Shape } from '../primitives/shape.ts'
import type { Value } from '../primitives/value.ts'
import { exact, writeNumber } from './numbers.ts'
import { shapeOf } from './shapes.ts'

/** An array with more entries than this along any axis, or more than two axes, is shown by its shape in mathematics. */
const LONGEST_AXIS = 3

/** Whether mathematics has room for its numbers. */
export function isWrittenOut(value: Value): boolean {
  const shape = shapeOf(value)
  return shape.length <= 2 && shape.every((length) => length <= LONGEST_AXIS)
}

/** In LaTeX: a number; a small array in full, a vector as a column; a larger one as dots with its shape. */
export function latexNumber(value: Value): string {
  if (typeof value === 'number') return latexScalar(value)
  return isWrittenOut(value) ? latexFull(value) : latexShaped('[\\cdots]', shapeOf(value))
}

/** In a table, which has room for a vector of sixteen and a matrix of 4×4. */
export function latexCell(value: Value): string {
  const shape = shapeOf(value)
  const isSmall = shape.length === 1 ? shape[0] <= 16 : shape.length === 2 && shape.every((length) => length <= 4)
  return isSmall ? latexFull(value as readonly Value[]) : latexNumber(value)
}

function latexFull(value: readonly Value[]): string {
  const rows = value.map((row) => (typeof row === 'number' ? [row] : row).map(latexNumber).join(' & '))
  return `\\begin{bmatrix}${rows.join(' \\\\ ')}\\end{bmatrix}`
}

/** A symbol with the shape of what it stands for. */
export const latexShaped = (symbol: string, shape: Shape): string =>
  `\\underset{\\scriptscriptstyle ${shape.join('\\times ')}}{${symbol}}`

const latexScalar = (x: number): string =>
  writeNumber(x, {
    nan: '\\mathrm{NaN}',
    infinity: '\\infty',
    minus: '-',
    power: (digits, exponent) => `${digits}\\times 10^{${exponent}}`,
  })

/** As `latexNumber`, but with all the digits of a literal in a formula. */
export function latexLiteral(x: number): string {
  const [digits, exponent] = exact(x).split('e')
  if (!Number.isFinite(x)) return latexScalar(x)
  return exponent === undefined ? digits : `${digits}\\times 10^{${Number(exponent)}}`
}
