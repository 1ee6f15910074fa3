import { free, oneCall } from './cost.ts'
import { max, min } from './extremes.ts'
import { operatorName } from './latex.ts'
import type { Nary, Primitive, Unary } from './primitive.ts'
import { at } from './samples.ts'

const abs: Unary = {
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

/** The slot that clamp(x, low, high) takes its value from: high where low > high, and x itself at a border. */
function clampSource([x, low, high]: readonly number[]): 0 | 1 | 2 {
  if (x > high || low > high) return 2
  return x < low ? 1 : 0
}

const clamp: Nary = {
  name: 'clamp',
  aliases: ['clip'],
  title: 'clamp',
  meaning: 'x, but at least low and at most high: clamp(x, low, high).',
  group: 'piecewise',
  symbol: 'clamp',
  arity: { least: 3, most: 3 },
  definition: 'min(max(x1, x2), x3)',
  value: ([x, low, high]) => Math.min(Math.max(x, low), high),
  partial: (slot, operands, v) => (Number.isNaN(v) ? Number.NaN : slot === clampSource(operands) ? 1 : 0),
  formula: (slot) => ['where(x1 == v, x2 <= x3, 0)', 'where(x1 < x2, x2 <= x3, 0)', 'where(x2 > x3, 1, x1 > x3)'][slot],
  latex: operatorName('clamp'),
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

const where: Nary = {
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

export const piecewise: readonly Primitive[] = [abs, max, min, clamp, where]
