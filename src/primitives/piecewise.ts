import { free, oneCall, oneMultiplication } from './cost.ts'
import { named } from './latex.ts'
import type { Nary, Primitive, Unary } from './primitive.ts'
import { at } from './samples.ts'

/** A partial asks about all operands, so that their number is bounded. */
export const MOST_OPERANDS = 100

export const abs: Unary = {
  name: 'abs',
  aliases: ['absolute', 'fabs'],
  title: 'absolute value',
  meaning: 'The number without its sign.',
  group: 'piecewise',
  symbol: '|x|',
  arity: 1,
  value: Math.abs,
  partials: [Math.sign],
  formulas: ['sign(x)'],
  latex: (x) => `\\left|${x}\\right|`,
  cost: { value: oneCall, partials: [oneCall] },
  conventions: [
    {
      when: (x) => x === 0,
      says: 'abs has a kink at 0; its partial there is 0, by convention.',
      others: 'PyTorch and TensorFlow 0, JAX 1',
    },
  ],
  samples: at(3, -0.5, 1e-200, -2e150, 7.25),
  plot: [-3, 3],
}

const samples: Nary['samples'] = [
  [1, 2],
  [-3, -4.5],
  [1e-100, 0],
  [5e100, -5e100],
  [2, 7, 1],
  [0.5, -1, 0.25, 0.125],
]

const isWinner = (slot: number, operands: readonly number[], v: number): boolean => operands[slot] === v

/** 1/k where k operands share the extreme value, 0 for the others; NaN where an operand is NaN. */
function winnersShare(slot: number, operands: readonly number[], v: number): number {
  if (Number.isNaN(v)) return Number.NaN
  if (!isWinner(slot, operands, v)) return 0
  let winners = 0
  for (const operand of operands) if (operand === v) winners++
  return 1 / winners
}

/** `where(x1 == v, 1/((x1 == v) + (x2 == v)), 0)` */
function winnersFormula(slot: number, count: number): string {
  const wins = Array.from({ length: count }, (_, i) => `(x${i + 1} == v)`)
  return `where(x${slot + 1} == v, 1/(${wins.join(' + ')}), 0)`
}

const extreme = (
  name: 'max' | 'min',
  words: Pick<Nary, 'aliases' | 'title' | 'meaning'>,
  of: (a: number, b: number) => number,
): Nary => ({
  name,
  ...words,
  group: 'piecewise',
  symbol: name,
  arity: { least: 2, most: MOST_OPERANDS },
  value: (operands) => operands.reduce((a, b) => of(a, b)),
  partial: winnersShare,
  formula: winnersFormula,
  latex: (...operands) => `\\${name}\\left(${operands.join(', ')}\\right)`,
  cost: (count) => ({ value: { calls: count - 1 }, partial: free }),
  pattern: 'router',
  drops: (slot, operands, v) => !Number.isNaN(v) && !isWinner(slot, operands, v),
  conventions: [
    {
      when: (...operands) => operands.filter((operand) => operand === operands.reduce((a, b) => of(a, b))).length > 1,
      says: `${name} has a tie here; the winners share its partial 1 equally, by convention.`,
      others: 'JAX and PyTorch share too, TensorFlow gives 1 to the first',
    },
  ],
  samples,
})

export const max = extreme(
  'max',
  { aliases: ['maximum'], title: 'maximum', meaning: 'The largest of its operands.' },
  Math.max,
)

export const min = extreme(
  'min',
  { aliases: ['minimum'], title: 'minimum', meaning: 'The smallest of its operands.' },
  Math.min,
)

/** The slot that clamp(x, low, high) takes its value from: high where low > high, and x itself at a border. */
function clampSource([x, low, high]: readonly number[]): 0 | 1 | 2 {
  if (x > high || low > high) return 2
  return x < low ? 1 : 0
}

export const clamp: Nary = {
  name: 'clamp',
  aliases: ['clip'],
  title: 'clamp',
  meaning: 'x, but at least low and at most high: clamp(x, low, high).',
  group: 'piecewise',
  symbol: 'clamp',
  arity: { least: 3, most: 3 },
  value: ([x, low, high]) => Math.min(Math.max(x, low), high),
  partial: (slot, operands, v) => (Number.isNaN(v) ? Number.NaN : slot === clampSource(operands) ? 1 : 0),
  formula: (slot) => ['where(x1 == v, x2 <= x3, 0)', 'where(x1 < x2, x2 <= x3, 0)', 'where(x2 > x3, 1, x1 > x3)'][slot],
  latex: named('clamp'),
  cost: () => ({ value: { calls: 2 }, partial: free }),
  pattern: 'router',
  drops: (slot, operands, v) => !Number.isNaN(v) && slot !== clampSource(operands),
  conventions: [
    {
      when: (x, low, high) => x === low || x === high,
      says: 'clamp at its border passes everything: its partial by x is 1 there and the bound gets nothing, by convention.',
      others: 'PyTorch and TensorFlow 1, JAX 0 for lax.clamp and 0.5 for jnp.clip',
    },
  ],
  samples: [
    [0.5, 0, 1],
    [-3, 0, 1],
    [1.5, 0, 1],
    [2e100, -1e100, 1e100],
    [1e-9, -1, 1],
    [4, 7, 6],
  ],
}

/** Not 0 is true, as in C and Python. */
const isTrue = (condition: number): boolean => condition !== 0

export const where: Nary = {
  name: 'where',
  title: 'where',
  meaning: 'Chooses: where(condition, a, b) is a where the condition is not 0, and b otherwise.',
  group: 'piecewise',
  symbol: 'where',
  arity: { least: 3, most: 3 },
  value: ([condition, a, b]) => (isTrue(condition) ? a : b),
  partial: (slot, [condition]) => (slot === (isTrue(condition) ? 1 : 2) ? 1 : 0),
  formula: (slot) => ['0', 'where(x1, 1, 0)', 'where(x1, 0, 1)'][slot],
  latex: (condition, a, b) =>
    `\\begin{cases} ${a} & \\text{if } ${condition} \\\\ ${b} & \\text{otherwise} \\end{cases}`,
  cost: () => ({ value: oneCall, partial: free }),
  pattern: 'router',
  // The branch not taken gets nothing at all, so that its infinities never meet a 0.
  drops: (slot, [condition]) => slot !== (isTrue(condition) ? 1 : 2),
  samples: [
    [1, 3, 4],
    [0, 3, 4],
    [1, -1e100, 2e100],
    [0, 1e-100, -1e-100],
    [-2.5, 0.5, 0.25],
  ],
}

export const relu: Unary = {
  name: 'relu',
  title: 'rectified linear unit',
  meaning: 'x where it is positive, and 0 elsewhere.',
  group: 'neural networks',
  symbol: 'relu',
  arity: 1,
  value: (x) => Math.max(x, 0),
  partials: [(x) => slope(x, 0)],
  formulas: ['where(x > 0, 1, 0)'],
  latex: named('relu'),
  cost: { value: oneCall, partials: [free] },
  conventions: [{ when: (x) => x === 0, says: 'relu has a kink at 0; its partial there is 0, by convention.' }],
  samples: at(3, -0.5, 1e-200, -2e150, 7.25),
  plot: [-3, 3],
}

const LEAK = 0.01

export const leakyrelu: Unary = {
  name: 'leakyrelu',
  aliases: ['leaky_relu'],
  title: 'leaky rectified linear unit',
  meaning: 'x where it is positive, and a hundredth of x elsewhere.',
  group: 'neural networks',
  symbol: 'lrelu',
  arity: 1,
  value: (x) => (x > 0 ? x : LEAK * x),
  partials: [(x) => slope(x, LEAK)],
  formulas: ['where(x > 0, 1, 0.01)'],
  latex: named('leakyrelu'),
  cost: { value: oneMultiplication, partials: [free] },
  conventions: [
    {
      when: (x) => x === 0,
      says: 'leakyrelu has a kink at 0; its partial there is 0.01, as from the left, by convention.',
      others: 'PyTorch and TensorFlow 0.01, JAX 1',
    },
  ],
  samples: at(3, -0.5, 1e-200, -2e150, 7.25),
  plot: [-3, 3],
}

/** 1 where x is positive, and otherwise what leaks. */
function slope(x: number, leak: number): number {
  if (x > 0) return 1
  return x <= 0 ? leak : Number.NaN
}

export const piecewise: readonly Primitive[] = [abs, max, min, clamp, where]
