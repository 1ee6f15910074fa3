import type { Blockwise, EdgeViews } from '../arrayPrimitive.ts'
import { reading } from '../attributes.ts'
import { reshaped, summedTo } from '../formulaText.ts'
import { stretched } from '../plan.ts'
import { broadcast, type Shape, shapeWords, stridesOf } from '../shape.ts'
import type { Mismatch, Plan } from '../wiring.ts'
import { blockPlan } from './blockPlan.ts'
import { inverse, inverseCost, rowsOf, solution, solutionCost } from './elimination.ts'
import { expandedSize, invertedEntries } from './expansion.ts'
import { each, inversePlan, isStack, notSquare, placesIn, squareIn, squareSamples, turned } from './squareMatrix.ts'

const invUsage = 'inv(x)'
const solveUsage = 'solve(x, y)'

export const inv: Blockwise = {
  kind: 'blockwise',
  name: 'inv',
  title: 'inverse',
  meaning: 'The inverse of a square matrix, by elimination; NaN where it is singular.',
  group: 'arrays',
  symbol: 'inv',
  usage: invUsage,
  arity: { least: 1, most: 1 },
  attributes: reading(invUsage, []),
  plan: ([shape]) => inversePlan('inv', shape),
  value: ([entries]) => inverse(rowsOf(entries)).flat(),
  // d(A⁻¹) = −A⁻¹·dA·A⁻¹ (Petersen and Pedersen, The Matrix Cookbook, 2012, equation 60).
  partials: (_slot, _operands, values) => {
    const v = rowsOf(values)
    const places = placesIn(v)
    return (row, column) => -v[places[row][0]][places[column][0]] * v[places[column][1]][places[row][1]]
  },
  cost: (n) => ({ value: inverseCost(n), partials: [{ multiplications: n ** 4 }] }),
  inNumbers: (write, [entries]) => invertedEntries(write, rowsOf(entries)).flat(),
  sizeInNumbers: (n) => n * n * expandedSize(n),
  views: (_slot, shapes) => ({
    structure: each(shapes, 'minus the products of an entry of v and one of v.T'),
    push: { formula: '-(v @ t @ v)' },
    pull: isStack(shapes)
      ? { formula: `-(${turned('v', shapes[0])} @ a @ ${turned('v', shapes[0])})` }
      : { formula: '-(v.T @ a @ v.T)' },
  }),
  latex: (x) => `{${x}}^{-1}`,
  samples: squareSamples,
}

export const solve: Blockwise = {
  kind: 'blockwise',
  name: 'solve',
  title: 'solution of a linear system',
  meaning:
    'The v with x @ v = y, of a square matrix x, by elimination: better than inv(x) @ y. NaN where x is singular.',
  group: 'arrays',
  symbol: 'solve',
  usage: solveUsage,
  arity: { least: 2, most: 2 },
  attributes: reading(solveUsage, []),
  plan: ([x, y]) => systemPlan(x, y),
  value: ([matrix, right]) =>
    solution(
      rowsOf(matrix),
      right.map((side) => [side]),
    ).flat(),
  // dv = A⁻¹(dy − dA·v)
  partials: (slot, [matrix], v) => {
    const own = inverse(rowsOf(matrix))
    if (slot === 1) return (row, column) => own[row][column]
    const places = placesIn(own)
    return (row, column) => -own[row][places[column][0]] * v[places[column][1]]
  },
  cost: (n) => {
    const own = inverseCost(n)
    return {
      value: solutionCost(n, 1),
      partials: [{ ...own, multiplications: own.multiplications + n ** 3 }, own],
    }
  },
  inNumbers: (write, [matrix, right]) =>
    invertedEntries(write, rowsOf(matrix)).map((row) =>
      row.map((entry, k) => write.call('mul', entry, right[k])).reduce((sum, term) => write.call('add', sum, term)),
    ),
  sizeInNumbers: (n) => n * n * expandedSize(n),
  views: (slot, [x, y]) => solveViews(slot, x, y),
  definition: 'inv(x) @ y',
  latex: (x, y) => `{${x}}^{-1}\\,${y}`,
  samples: [
    { shapes: [[2, 2], [2]] },
    { shapes: [[3, 3], [3]] },
    {
      shapes: [
        [2, 2],
        [2, 3],
      ],
    },
    {
      shapes: [
        [2, 2, 2],
        [2, 1],
      ],
    },
  ],
}

function solveViews(slot: number, x: Shape, y: Shape): EdgeViews {
  const isVector = y.length === 1
  const structure =
    slot === 0
      ? 'minus the products of an entry of inv(x) and one of v'
      : isVector
        ? 'inv(x)'
        : 'inv(x), once for each column of y'
  if (x.length > 2 || y.length > 2) return { structure, ...stackRules(slot, x, y) }
  const back = 'solve(x.T, a)'
  if (slot === 1) return { structure, push: { formula: 'solve(x, t)' }, pull: { formula: back } }
  const pull = isVector ? `-outer(${back}, v)` : `-(${back} @ v.T)`
  return { structure, push: { formula: '-solve(x, t @ v)' }, pull: { formula: pull } }
}

/** Of stacks, whose right sides are matrices of one column where y is a vector. */
function stackRules(slot: number, x: Shape, y: Shape): Pick<EdgeViews, 'push' | 'pull'> {
  const sides = y.length === 1 ? [...y, 1] : y
  const stack = broadcast([x.slice(0, -2), sides.slice(0, -2)]) ?? []
  const matrices = [...stack, ...sides.slice(-2)]
  const given = y.length === 1 ? matrices.slice(0, -1) : matrices
  const back = `solve(${turned('x', x)}, ${reshaped('a', given, matrices)})`
  if (slot === 1)
    return { push: { formula: 'solve(x, t)' }, pull: { formula: reshaped(summedTo(back, matrices, sides), sides, y) } }
  const v = reshaped('v', given, matrices)
  const product = `-(${back} @ ${turned(v, matrices)})`
  return {
    push: { formula: reshaped(`-solve(x, t @ ${v})`, matrices, given) },
    pull: { formula: summedTo(product, [...stack, ...x.slice(-2)], x) },
  }
}

/** NumPy's rules: y is a vector, or has matrices, whose columns are the right sides; axes before those are broadcast. */
function systemPlan(x: Shape, y: Shape): Plan | Mismatch {
  const wrong = notSquare('solve', x, 0)
  if (wrong) return wrong
  const n = x[x.length - 1]
  const isVector = y.length === 1
  if (y.length === 0 || y[Math.max(0, y.length - 2)] !== n)
    return {
      mismatch: ([a, b]) =>
        `${a} is ${shapeWords(x)} and ${b} is ${shapeWords(y)}: solve takes a right side of ${n} rows.`,
    }
  const [left, right] = [x.slice(0, -2), y.slice(0, -2)]
  const stack = broadcast([left, right])
  if (!stack)
    return {
      mismatch: ([a, b]) =>
        `${a} is ${shapeWords(x)} and ${b} is ${shapeWords(y)}: the axes before those of the matrices must fit.`,
    }
  const columns = isVector ? 1 : y[y.length - 1]
  const shape = isVector ? [...stack, n] : [...stack, n, columns]
  const [vs, xs, ys] = [stridesOf(shape), steps(x, stack), steps(y, stack)]
  return blockPlan({
    ...{ shape, group: n },
    outer: [
      ...stack.map((extent, axis) => ({ extent, strides: [vs[axis], xs[axis], ys[axis]] })),
      { extent: columns, strides: [1, 0, 1] },
    ],
    value: [{ extent: n, stride: columns }],
    operands: [squareIn(x), [{ extent: n, stride: columns }]],
  })
}

/** How far an operand moves along each axis of the stack. */
function steps(operand: Shape, stack: Shape): number[] {
  const size = operand.slice(-2).reduce((product, length) => product * length, 1)
  return stretched(operand.slice(0, -2), stack).map((stride) => stride * (operand.length < 2 ? 0 : size))
}
