import type { Contraction } from '../arrayPrimitive.ts'
import { reading } from '../attributes.ts'
import { broadcast, differing, type Shape, shapeWords, stridesOf } from '../shape.ts'
import type { Mismatch, Plan } from '../wiring.ts'
import { contractionPlan, type ProductLoop } from './contraction.ts'
import { matmulViews } from './matmulViews.ts'

const usage = 'matmul(x, y)'

export const matmul: Contraction = {
  kind: 'contraction',
  name: 'matmul',
  operator: '@',
  title: 'matrix product',
  meaning: 'Rows of x times columns of y; a vector on the left is a row, one on the right a column.',
  group: 'arrays',
  symbol: '@',
  usage,
  arity: { least: 2, most: 2 },
  attributes: reading(usage, []),
  plan: ([x, y]) => matrixPlan(x, y),
  views: matmulViews,
  latex: (x, y) => `${x}\\,${y}`,
  samples: [
    { shapes: [[3], [3]] },
    { shapes: [[2, 3], [3]] },
    { shapes: [[2], [2, 3]] },
    {
      shapes: [
        [2, 3],
        [3, 4],
      ],
    },
    {
      shapes: [
        [2, 1, 2, 3],
        [3, 3, 2],
      ],
    },
    { shapes: [[2, 2, 3], [3]] },
    { shapes: [[2], [3, 2, 2]] },
  ],
}

/** NumPy's rules: the last axis of x meets the last but one of y, or a vector's only one; axes before those are broadcast. */
function matrixPlan(x: Shape, y: Shape): Plan | Mismatch {
  if (x.length === 0 || y.length === 0)
    return {
      mismatch: (names) => `@ multiplies vectors and matrices, and ${names[x.length && 1]} is a number: use *.`,
    }
  const [left, right] = [x.slice(0, -2), y.slice(0, -2)]
  const shared = x[x.length - 1]
  if (shared !== y[Math.max(0, y.length - 2)]) return { mismatch: ([a, b]) => unequal(a, x, b, y) }
  const stack = broadcast([left, right])
  if (!stack) return { mismatch: ([a, b]) => unstacked(a, x, b, y) }
  const rows = x.length > 1 ? [x[x.length - 2]] : []
  const columns = y.length > 1 ? [y[y.length - 1]] : []
  const shape = [...stack, ...rows, ...columns]
  return contractionPlan(shape, loopsOf(shape, stack, x, y))
}

/** Fewer columns than this are too short a run for the innermost loop. */
const SHORT = 8

/** Loops over the stack, the rows, the shared axis and the columns, whose entries stand side by side. */
function loopsOf(shape: Shape, stack: Shape, x: Shape, y: Shape): ProductLoop[] {
  const [v, xs, ys] = [shape, x, y].map(stridesOf)
  const stacked = stack.map(
    (extent, axis): ProductLoop => ({
      ...{ extent, row: v[axis] },
      ...{ x: stackStride(x, xs, axis - stack.length), y: stackStride(y, ys, axis - stack.length) },
    }),
  )
  const rows = x.length > 1 ? [{ extent: x[x.length - 2], row: v[stack.length], x: xs[x.length - 2], y: 0 }] : []
  const shared = { extent: x[x.length - 1], row: 0, x: 1, y: y.length > 1 ? ys[y.length - 2] : 1 }
  if (y.length === 1) return [...stacked, ...rows, shared]
  const columns = { extent: y[y.length - 1], row: 1, x: 0, y: 1 }
  const isShort = columns.extent < SHORT && columns.extent < shared.extent
  return [...stacked, ...rows, ...(isShort ? [columns, shared] : [shared, columns])]
}

/** How far an operand moves along an axis of the stack, counted back from the matrices' own: 0 where one matrix serves the whole axis. */
function stackStride(operand: Shape, strides: readonly number[], back: number): number {
  const axis = operand.length - 2 + back
  return axis < 0 || operand[axis] === 1 ? 0 : strides[axis]
}

/** Two vectors are compared whole; of a matrix it says which axis. */
function unequal(a: string, x: Shape, b: string, y: Shape): string {
  const [m, n] = [x[x.length - 1], y[Math.max(0, y.length - 2)]]
  const first = x.length === 1 ? a : `the last axis of ${a}`
  const axis = y.length > 2 ? 'the last but one' : 'the first'
  const isPair = x.length === 1 && y.length === 1
  const second = isPair ? b : `${axis}${x.length === 1 ? ' axis' : ''} of ${b}`
  return `${a} is ${shapeWords(x)} and ${b} is ${shapeWords(y)}: for ${a} @ ${b} ${first} (${m}) must be as long as ${second} (${n}).`
}

/** Why matrices of two stacks do not meet. */
function unstacked(a: string, x: Shape, b: string, y: Shape): string {
  const [left, right] = differing(x.slice(0, -2), y.slice(0, -2)) ?? []
  return `${a} is ${shapeWords(x)} and ${b} is ${shapeWords(y)}: for ${a} @ ${b} the axes before the last two must fit, and ${left} is not ${right}.`
}
