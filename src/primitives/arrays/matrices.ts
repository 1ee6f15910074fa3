import type { Blockwise, EdgeViews } from '../arrayPrimitive.ts'
import { reading } from '../attributes.ts'
import { listText, reshaped, summedTo } from '../formulaText.ts'
import { stretched } from '../plan.ts'
import type { Cost } from '../primitive.ts'
import { broadcast, type Shape, shapeWords, stridesOf } from '../shape.ts'
import type { Mismatch, Plan } from '../wiring.ts'
import { blockPlan } from './blockPlan.ts'
import {
  cofactorPartial,
  cofactorsOf,
  determinant,
  determinantCost,
  eliminationCost,
  inverse,
  inverseCost,
  MOST_ROWS,
  pivotsOf,
  rowsOf,
  solution,
  solutionCost,
} from './elimination.ts'
import { expanded, expandedCofactors, expandedSize, invertedEntries } from './expansion.ts'

const detUsage = 'det(x)'
const logdetUsage = 'logdet(x)'
const logabsdetUsage = 'logabsdet(x)'
const invUsage = 'inv(x)'
const cofactorsUsage = 'cofactors(x)'
const solveUsage = 'solve(x, y)'

const one = { least: 1, most: 1 }
const samples: Blockwise['samples'] = [
  { shapes: [[2, 2]] },
  { shapes: [[3, 3]] },
  { shapes: [[1, 1]] },
  { shapes: [[2, 2, 2]] },
]

const each = ([shape]: readonly Shape[], structure: string): string =>
  shape.length > 2 ? `for each matrix of the stack: ${structure}` : structure

export const det: Blockwise = {
  kind: 'blockwise',
  name: 'det',
  title: 'determinant',
  meaning: 'The determinant of a square matrix, by elimination; of a stack of matrices that of each.',
  group: 'arrays',
  symbol: 'det',
  usage: detUsage,
  arity: one,
  attributes: reading(detUsage, []),
  plan: ([shape]) => numberPlan('det', shape),
  value: ([entries]) => [determinant(rowsOf(entries))],
  // By cofactors, not as det(x)·inv(x).T, so that they are right where the matrix is singular.
  partials: (_slot, [entries]) => {
    const all = cofactorsOf(rowsOf(entries)).flat()
    return (_row, column) => all[column]
  },
  cost: (n) => ({ value: determinantCost(n), partials: [timesCost(determinantCost(n - 1), n * n)] }),
  inNumbers: (write, [entries]) => [expanded(write, rowsOf(entries))],
  sizeInNumbers: expandedSize,
  views: (_slot, shapes) => ({
    structure: each(shapes, 'one row: the cofactors, which are v*inv(x).T'),
    push: { words: 'each entry of t times the cofactor of its place, summed' },
    pull: { formula: pullOfDet(shapes[0]) },
  }),
  latex: (x) => `\\det\\left(${x}\\right)`,
  samples,
}

/** The cofactors, where they are not too many to be differentiated once more: else what they are of a matrix with an inverse. */
function pullOfDet(shape: Shape): string {
  const own = shape.length > 2 ? ofMatrices('a', shape) : 'a'
  if (shape[shape.length - 1] <= MOST_COFACTORS) return `${own}*cofactors(x)`
  return shape.length > 2 ? `${ofMatrices('(a*v)', shape)}*${turned('inv(x)', shape)}` : 'a*v*inv(x).T'
}

/** Each of n⁴ partials of the cofactors is a determinant of its own. */
const MOST_COFACTORS = 12

export const cofactors: Blockwise = {
  kind: 'blockwise',
  name: 'cofactors',
  title: 'cofactors',
  meaning:
    'The derivatives of det(x): by entry the determinant of x without its row and column, with the sign of its place.',
  group: 'arrays',
  symbol: 'cof',
  usage: cofactorsUsage,
  arity: one,
  attributes: reading(cofactorsUsage, []),
  plan: ([shape]) => inversePlan('cofactors', shape, MOST_COFACTORS),
  value: ([entries]) => cofactorsOf(rowsOf(entries)).flat(),
  partials: (_slot, [entries]) => {
    const matrix = rowsOf(entries)
    const places = placesIn(matrix)
    return (row, column) => cofactorPartial(matrix, places[row], places[column])
  },
  drops: true,
  cost: (n) => ({
    value: timesCost(determinantCost(n - 1), n * n),
    partials: [timesCost(determinantCost(Math.max(0, n - 2)), (n * (n - 1)) ** 2)],
  }),
  inNumbers: (write, [entries]) => expandedCofactors(write, rowsOf(entries)).flat(),
  sizeInNumbers: (n) => n * n * expandedSize(n),
  views: (_slot, shapes) => ({
    structure: each(shapes, 'determinants of x without two rows and two columns'),
    push: {
      words: 'the cofactors’ tangents, sums of determinants of x without two rows and columns, times entries of t',
    },
    pull: { formula: pullOfCofactors(shapes[0]) },
  }),
  latex: (x) => `\\operatorname{cof}\\left(${x}\\right)`,
  samples,
}

/** Of det(x)·inv(x).T, by the product rule. */
function pullOfCofactors(shape: Shape): string {
  if (shape.length === 2) return 'sum(a*v)*inv(x).T - v @ a.T @ inv(x).T'
  const back = turned('inv(x)', shape)
  return `${ofMatrices('sum(sum(a*v, axis=-1), axis=-1)', shape)}*${back} - v @ ${turned('a', shape)} @ ${back}`
}

const timesCost = ({ additions, multiplications, divisions }: Required<Cost>, count: number): Cost => ({
  ...{ additions: count * additions, multiplications: count * multiplications, divisions: count * divisions },
})

const isStack = ([shape]: readonly Shape[]): boolean => shape.length > 2

/** The logarithm of the determinant, or of its size. */
const logarithmOf = (
  words: Pick<Blockwise, 'name' | 'title' | 'meaning' | 'symbol' | 'usage' | 'definition' | 'latex' | 'inNumbers'>,
  signOf: (pivots: readonly number[]) => number,
): Blockwise => ({
  ...{ kind: 'blockwise', group: 'arrays', arity: one, ...words },
  attributes: reading(words.usage, []),
  sizeInNumbers: expandedSize,
  plan: ([shape]) => numberPlan(words.name, shape),
  value: ([entries]) => {
    const pivots = pivotsOf(rowsOf(entries))
    if (pivots.at(-1) !== 0 && signOf(pivots) < 0) return [Number.NaN]
    return [pivots.map((pivot) => Math.log(Math.abs(pivot))).reduce((sum, x) => sum + x)]
  },
  partials: (_slot, [entries]) => {
    const rows = inverse(rowsOf(entries))
    const turned = rows.flatMap((_, column) => rows.map((row) => row[column]))
    return (_row, column) => turned[column]
  },
  cost: (n) => {
    const pivots = eliminationCost(n)
    return {
      value: { ...pivots, additions: pivots.additions + n - 1, calls: n },
      partials: [inverseCost(n)],
    }
  },
  views: (_slot, shapes) => ({
    structure: each(shapes, 'one row: inv(x).T'),
    push: isStack(shapes)
      ? { formula: `sum(sum(${turned('inv(x)', shapes[0])}*t, axis=-1), axis=-1)` }
      : { formula: 'sum(inv(x).T*t)' },
    pull: {
      formula: isStack(shapes) ? `${ofMatrices('a', shapes[0])}*${turned('inv(x)', shapes[0])}` : 'a*inv(x).T',
    },
  }),
  samples,
})

export const logdet = logarithmOf(
  {
    name: 'logdet',
    title: 'logarithm of the determinant',
    meaning:
      'log(det(x)), also where the determinant is too large or too small for a number; NaN where it is negative.',
    symbol: 'logdet',
    usage: logdetUsage,
    definition: 'log(det(x))',
    latex: (x) => `\\log\\det\\left(${x}\\right)`,
    inNumbers: (write, [entries]) => [write.call('log', expanded(write, rowsOf(entries)))],
  },
  (pivots) => pivots.reduce((sign, pivot) => (pivot < 0 ? -sign : sign), 1),
)

export const logabsdet = logarithmOf(
  {
    name: 'logabsdet',
    title: 'logarithm of the size of the determinant',
    meaning: 'log(abs(det(x))), the second result of NumPy’s slogdet.',
    symbol: 'log|det|',
    usage: logabsdetUsage,
    definition: 'log(abs(det(x)))',
    latex: (x) => `\\log\\left|\\det\\left(${x}\\right)\\right|`,
    inNumbers: (write, [entries]) => [write.call('log', write.call('abs', expanded(write, rowsOf(entries))))],
  },
  () => 1,
)

export const inv: Blockwise = {
  kind: 'blockwise',
  name: 'inv',
  title: 'inverse',
  meaning: 'The inverse of a square matrix, by elimination; NaN where it is singular.',
  group: 'arrays',
  symbol: 'inv',
  usage: invUsage,
  arity: one,
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
  samples,
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

/** A number for each matrix of a stack, as it meets their entries. */
const ofMatrices = (formula: string, shape: Shape): string =>
  `reshape(${formula}, ${listText([...shape.slice(0, -2), 1, 1])})`

/** By entry of a square matrix its row and column. */
const placesIn = (rows: readonly (readonly number[])[]): (readonly [number, number])[] =>
  rows.flatMap((row, i) => row.map((_, j) => [i, j] as const))

function turned(name: string, { length }: Shape): string {
  const axes = Array.from({ length }, (_, axis) => axis)
  return `transpose(${name}, ${listText([...axes.slice(0, -2), length - 1, length - 2])})`
}

/** Why an operand is no square matrix, or too large a one. */
function notSquare(name: string, shape: Shape, operand: number, most = MOST_ROWS): Mismatch | null {
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

const squareIn = (shape: Shape) => {
  const n = shape[shape.length - 1]
  return [
    { extent: n, stride: n },
    { extent: n, stride: 1 },
  ]
}

/** One number of each matrix. */
function numberPlan(name: string, shape: Shape): Plan | Mismatch {
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
function inversePlan(name: string, shape: Shape, most = MOST_ROWS): Plan | Mismatch {
  const wrong = notSquare(name, shape, 0, most)
  if (wrong) return wrong
  const strides = stridesOf(shape)
  return blockPlan({
    ...{ shape, group: shape[shape.length - 1] },
    outer: shape.slice(0, -2).map((extent, axis) => ({ extent, strides: [strides[axis], strides[axis]] })),
    ...{ value: squareIn(shape), operands: [squareIn(shape)] },
  })
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
