import { free, oneDivision } from './cost.ts'
import { axisText } from './formulaText.ts'
import { operatorName } from './latex.ts'
import { share } from './powers.ts'
import type { Nary, Primitive } from './primitive.ts'
import { groupOf } from './shape.ts'

/** As called they take one array. The operands of their records are the entries that are taken together. */
export const ONE_ARRAY = { least: 1, most: 1 }

export const someEntries: Nary['samples'] = [
  [2, 3],
  [-1.5, 0.25, 4],
  [7],
  [1e-100, 3e-90],
  [4e60, -7e59, 2e61],
  [0.5, -1, 0.25, 0.125, 3],
]

export const total = (entries: readonly number[]): number => entries.reduce((a, b) => a + b)

export const sum: Nary = {
  name: 'sum',
  title: 'sum',
  meaning: 'The sum of the entries of an array, all of them or along an axis.',
  group: 'arrays',
  symbol: 'Σ',
  arity: ONE_ARRAY,
  reduces: true,
  value: total,
  partial: () => 1,
  formula: () => '1',
  formulaByEntry: () => '1',
  latex: operatorName('sum'),
  cost: (count) => ({ value: { additions: count - 1 }, partial: free }),
  pattern: 'distributor',
  samples: someEntries,
}

const mean: Nary = {
  name: 'mean',
  title: 'mean',
  meaning: 'The average of the entries of an array, all of them or along an axis.',
  group: 'arrays',
  symbol: 'mean',
  arity: ONE_ARRAY,
  reduces: true,
  value: (entries) => total(entries) / entries.length,
  partial: (_slot, { length }) => 1 / length,
  formula: (_slot, count) => `1/${count}`,
  formulaByEntry: (_v, group) => `1/${group}`,
  definition: ([shape], attributes) => `sum(x${axisText(attributes)})/${groupOf(shape, attributes)}`,
  latex: operatorName('mean'),
  cost: (count) => ({ value: { additions: count - 1, divisions: 1 }, partial: oneDivision }),
  samples: someEntries,
}

export const prod: Nary = {
  name: 'prod',
  title: 'product',
  meaning: 'The product of the entries of an array, all of them or along an axis.',
  group: 'arrays',
  symbol: 'Π',
  arity: ONE_ARRAY,
  reduces: true,
  value: (entries) => entries.reduce((a, b) => a * b),
  // The product of the others, not v/x: an entry may be 0.
  partial: (slot, entries) => entries.reduce((product, x, i) => (i === slot ? product : product * x), 1),
  partials: productsOfOthers,
  formula: (slot, count) => {
    const others = Array.from({ length: count }, (_, i) => `x${i + 1}`).filter((_, i) => i !== slot)
    return others.join('*') || '1'
  },
  latex: operatorName('prod'),
  cost: (count) => ({
    value: { multiplications: count - 1 },
    partial: { multiplications: Math.min(Math.max(0, count - 2), 3) },
  }),
  pattern: 'switcher',
  samples: someEntries.filter((entries) => !entries.includes(1e-100)),
}

/** By entry: the product of those before it times the product of those after it. */
function productsOfOthers(entries: readonly number[]): number[] {
  const products = entries.slice()
  let before = 1
  for (let i = 0; i < entries.length; i++) {
    products[i] = before
    before *= entries[i]
  }
  let after = 1
  for (let i = entries.length - 1; i >= 0; i--) {
    products[i] *= after
    after *= entries[i]
  }
  return products
}

export const enclosed =
  (index: string): Nary['latex'] =>
  (...entries) =>
    `\\left\\lVert ${entries.join(', ')} \\right\\rVert${index}`

const norm: Nary = {
  name: 'norm',
  title: 'Euclidean norm',
  meaning:
    'The length of a vector: the root of the sum of the squares, without overflow on the way. norm(x, 1) is norm1(x), norm(x, inf) is norminf(x).',
  group: 'arrays',
  symbol: '‖x‖',
  arity: ONE_ARRAY,
  reduces: true,
  fixes: { usage: 'norm(x, ord=2, axis=0, keepdims=True)', names: ['ord', 'axis', 'keepdims'] },
  variant: ({ ord }) => (ord === 1 ? 'norm1' : ord === Number.POSITIVE_INFINITY ? 'norminf' : 'norm'),
  value: (entries) => {
    const sizes = entries.map(Math.abs)
    const largest = sizes.reduce((a, b) => Math.max(a, b))
    if (largest === 0 || !Number.isFinite(largest)) return largest
    const shares = sizes.map((size) => size / largest)
    return largest * Math.sqrt(total(shares.map((each) => each * each)))
  },
  partial: (slot, entries, v) => share(entries[slot], v),
  formula: (slot) => `x${slot + 1}/v`,
  formulaByEntry: (v) => `x/${v}`,
  definition: (_shapes, attributes) => `sqrt(sum(x*x${axisText(attributes)}))`,
  latex: enclosed(''),
  cost: (count) => ({
    value: { additions: count - 1, multiplications: count + 1, divisions: count, calls: count },
    partial: oneDivision,
  }),
  conventions: [
    {
      when: (...entries) => entries.every((x) => x === 0),
      says: 'norm has a kink at 0; its partials there are 0, by convention.',
      others: 'PyTorch 0, JAX NaN',
    },
  ],
  samples: [...someEntries, [3e200, -4e200]],
}

export const reductions: readonly Primitive[] = [sum, mean, prod, norm]
