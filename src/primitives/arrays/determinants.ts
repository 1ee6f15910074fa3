import type { Blockwise } from '../arrayPrimitive.ts'
import { reading } from '../attributes.ts'
import type { Cost } from '../primitive.ts'
import type { Shape } from '../shape.ts'
import {
  cofactorPartial,
  cofactorsOf,
  determinant,
  determinantCost,
  eliminationCost,
  inverse,
  inverseCost,
  pivotsOf,
  rowsOf,
} from './elimination.ts'
import { expanded, expandedCofactors, expandedSize } from './expansion.ts'
import { each, inversePlan, isStack, numberPlan, ofMatrices, placesIn, squareSamples, turned } from './squareMatrix.ts'

const detUsage = 'det(x)'
const cofactorsUsage = 'cofactors(x)'
const logdetUsage = 'logdet(x)'
const logabsdetUsage = 'logabsdet(x)'

export const det: Blockwise = {
  kind: 'blockwise',
  name: 'det',
  title: 'determinant',
  meaning: 'The determinant of a square matrix, by elimination; of a stack of matrices that of each.',
  group: 'arrays',
  symbol: 'det',
  usage: detUsage,
  arity: { least: 1, most: 1 },
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
  samples: squareSamples,
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
  arity: { least: 1, most: 1 },
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
  samples: squareSamples,
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

/** The logarithm of the determinant, or of its size. */
const logarithmOf = (
  words: Pick<Blockwise, 'name' | 'title' | 'meaning' | 'symbol' | 'usage' | 'definition' | 'latex' | 'inNumbers'>,
  signOf: (pivots: readonly number[]) => number,
): Blockwise => ({
  ...{ kind: 'blockwise', group: 'arrays', arity: { least: 1, most: 1 }, ...words },
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
  samples: squareSamples,
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
