import type { Blockwise } from '../arrayPrimitive.ts'
import { listText } from '../formulaText.ts'
import { type Shape, shapeWords, stridesOf } from '../shape.ts'
import type { Mismatch, Plan } from '../wiring.ts'
import { blockPlan } from './blockPlan.ts'
import { MOST_ROWS } from './elimination.ts'

export const squareSamples: Blockwise['samples'] = [
  { shapes: [[2, 2]] },
  { shapes: [[3, 3]] },
  { shapes: [[1, 1]] },
  { shapes: [[2, 2, 2]] },
]

/** Words for the matrix, said of each one of a stack. */
export const each = ([shape]: readonly Shape[], structure: string): string =>
  shape.length > 2 ? `for each matrix of the stack: ${structure}` : structure

export const isStack = ([shape]: readonly Shape[]): boolean => shape.length > 2

/** A number for each matrix of a stack, as it meets their entries. */
export const ofMatrices = (formula: string, shape: Shape): string =>
  `reshape(${formula}, ${listText([...shape.slice(0, -2), 1, 1])})`

/** By entry of a square matrix its row and column. */
export const placesIn = (rows: readonly (readonly number[])[]): (readonly [number, number])[] =>
  rows.flatMap((row, i) => row.map((_, j) => [i, j] as const))

/** The transposed matrices of a stack. */
export function turned(name: string, { length }: Shape): string {
  const axes = Array.from({ length }, (_, axis) => axis)
  return `transpose(${name}, ${listText([...axes.slice(0, -2), length - 1, length - 2])})`
}

/** Why an operand is no square matrix, or too large a one. */
export function notSquare(name: string, shape: Shape, operand: number, most = MOST_ROWS): Mismatch | null {
  const [rows, columns] = shape.slice(-2)
  if (shape.length < 2 || rows !== columns)
    return {
      mismatch: (names) => `${name} takes a square matrix, and ${names[operand]} is ${shapeWords(shape)}.`,
    }
  if (rows <= most) return null
  return {
    mismatch: (names) =>
      `${names[operand]} is ${shapeWords(shape)}: ${name} takes matrices of up to ${most} rows here, since each of its local partials is kept. Make the matrix smaller.`,
  }
}

/** The entries of a square matrix, row by row. */
export const squareIn = (shape: Shape) => {
  const n = shape[shape.length - 1]
  return [
    { extent: n, stride: n },
    { extent: n, stride: 1 },
  ]
}

/** One number of each matrix. */
export function numberPlan(name: string, shape: Shape): Plan | Mismatch {
  const wrong = notSquare(name, shape, 0)
  if (wrong) return wrong
  const stack = shape.slice(0, -2)
  const [rows, columns] = [stridesOf(stack), stridesOf(shape)]
  return blockPlan({
    ...{ shape: stack, group: shape[shape.length - 1] },
    outer: stack.map((extent, axis) => ({ extent, strides: [rows[axis], columns[axis]] })),
    ...{ value: [], operands: [squareIn(shape)] },
  })
}

/** A matrix of each matrix. */
export function inversePlan(name: string, shape: Shape, most = MOST_ROWS): Plan | Mismatch {
  const wrong = notSquare(name, shape, 0, most)
  if (wrong) return wrong
  const strides = stridesOf(shape)
  return blockPlan({
    ...{ shape, group: shape[shape.length - 1] },
    outer: shape.slice(0, -2).map((extent, axis) => ({ extent, strides: [strides[axis], strides[axis]] })),
    ...{ value: squareIn(shape), operands: [squareIn(shape)] },
  })
}
