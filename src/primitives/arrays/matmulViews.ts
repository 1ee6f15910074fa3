import type { EdgeViews } from '../arrayPrimitive.ts'
import { listText, summedTo } from '../formulaText.ts'
import { broadcast, type Shape } from '../shape.ts'

/** What the edges of `x @ y` do; vectors and stacks of matrices have forms of their own. */
export function matmulViews(slot: number, [x, y]: readonly Shape[]): EdgeViews {
  const structure = slot === 0 ? structureOfX(x, y) : structureOfY(x, y)
  const isStack = x.length > 2 || y.length > 2
  return {
    structure: isStack ? `for each matrix of the stack: ${structure}` : structure,
    push: { formula: slot === 0 ? 't @ y' : 'x @ t' },
    pull: { formula: slot === 0 ? pullToX(x, y) : pullToY(x, y) },
  }
}

function structureOfX(x: Shape, y: Shape): string {
  const block = y.length === 1 ? 'y as a row' : 'y.T'
  return x.length === 1 ? block : `${block}, once for each row of x`
}

function structureOfY(x: Shape, y: Shape): string {
  const block = x.length === 1 ? 'x as a row' : 'x'
  return y.length === 1 ? block : `${block}, once for each column of y`
}

function pullToX(x: Shape, y: Shape): string {
  if (y.length === 1) {
    if (x.length === 1) return 'a*y'
    return x.length === 2 ? 'outer(a, y)' : `${asColumns(x)}*y`
  }
  if (x.length > 1) return summedTo(`a @ ${transposed('y', y)}`, productShape(x, y, x), x)
  return y.length === 2 ? 'y @ a' : summedTo(`sum(y*${asRows(y)}, axis=-1)`, y.slice(0, -1), x)
}

function pullToY(x: Shape, y: Shape): string {
  if (x.length === 1) {
    if (y.length === 1) return 'a*x'
    return y.length === 2 ? 'outer(x, a)' : `reshape(x, ${listText([...x, 1])})*${asRows(y)}`
  }
  if (y.length > 1) return summedTo(`${transposed('x', x)} @ a`, productShape(x, y, y), y)
  return x.length === 2 ? 'x.T @ a' : summedTo(`x*${asColumns(x)}`, x, y)
}

/** The adjoint where y is a vector, which took a column's place. */
const asColumns = (x: Shape): string => `reshape(a, ${listText([...x.slice(0, -1), 1])})`

/** The adjoint where x is a vector, which took a row's place. */
const asRows = (y: Shape): string => `reshape(a, ${listText([...y.slice(0, -2), 1, ...y.slice(-1)])})`

/** The shape of an operand's adjoint before it is summed over the axes that were stretched. */
const productShape = (x: Shape, y: Shape, operand: Shape): Shape => [
  ...(broadcast([x.slice(0, -2), y.slice(0, -2)]) ?? []),
  ...operand.slice(-2),
]

function transposed(name: string, { length }: Shape): string {
  if (length === 2) return `${name}.T`
  const axes = Array.from({ length }, (_, axis) => axis)
  return `transpose(${name}, ${listText([...axes.slice(0, -2), length - 1, length - 2])})`
}
