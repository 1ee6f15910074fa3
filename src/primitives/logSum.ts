import { MOST_OPERANDS } from './extremes.ts'
import { axisText } from './formulaText.ts'
import { logistic } from './neural.ts'
import type { Binary, Nary, Primitive } from './primitive.ts'

const largest = (operands: readonly number[]): number => operands.reduce((a, b) => Math.max(a, b))

/** Σ exp(xᵢ − m), with m the largest: nothing overflows. */
const sumOfExps = (operands: readonly number[], m: number): number =>
  operands.reduce((sum, x) => sum + Math.exp(x - m), 0)

const logsumexp: Nary = {
  name: 'logsumexp',
  title: 'logarithm of a sum of exponentials',
  meaning: 'log(exp(x1) + exp(x2) + …), without overflow: a smooth maximum, of operands or of the entries of an array.',
  group: 'exponentials and logarithms',
  symbol: 'LSE',
  arity: { least: 2, most: MOST_OPERANDS },
  reduces: true,
  definition: (shapes, attributes) => {
    if (shapes.length === 1) return `log(sum(exp(x)${axisText(attributes)}))`
    return `log(${shapes.map((_, i) => `exp(x${i + 1})`).join(' + ')})`
  },
  value: (operands) => {
    const m = largest(operands)
    return Number.isFinite(m) ? m + Math.log(sumOfExps(operands, m)) : m
  },
  // The softmax of the operands; exp(xᵢ − v) would take over the rounding of a large v.
  partial: (slot, operands) => {
    const m = largest(operands)
    return Math.exp(operands[slot] - m) / sumOfExps(operands, m)
  },
  partials: (operands) => {
    const m = largest(operands)
    const sum = sumOfExps(operands, m)
    return operands.map((x) => Math.exp(x - m) / sum)
  },
  formula: (slot) => `exp(x${slot + 1} - v)`,
  formulaByEntry: (v) => `exp(x - ${v})`,
  latex: (...operands) => `\\log\\left(${operands.map((x) => `e^{${x}}`).join(' + ')}\\right)`,
  cost: (count) => ({
    value: { additions: 2 * count, calls: 2 * count },
    partial: { additions: 1, divisions: 1, calls: 1 },
  }),
  samples: [
    [1, 2],
    [-0.5, 0.25, 3],
    [1000, 999],
    [-1000, -1001],
    [1e-9, 2e-9],
    [5, -20, 4, 3],
  ],
}

const logaddexp: Binary = {
  name: 'logaddexp',
  title: 'logarithm of two exponentials',
  meaning: 'log(exp(x) + exp(y)), without overflow.',
  group: 'exponentials and logarithms',
  symbol: 'logadd',
  arity: 2,
  definition: 'log(exp(x) + exp(y))',
  value: (x, y) => (x === y ? x + Math.LN2 : Math.max(x, y) + Math.log1p(Math.exp(-Math.abs(x - y)))),
  partials: [(x, y) => logistic(x - y), (x, y) => logistic(y - x)],
  formulas: ['sigmoid(x - y)', 'sigmoid(y - x)'],
  latex: (x, y) => `\\log\\left(e^{${x}} + e^{${y}}\\right)`,
  cost: {
    value: { additions: 2, calls: 3 },
    partials: [
      { additions: 2, divisions: 1, calls: 1 },
      { additions: 2, divisions: 1, calls: 1 },
    ],
  },
  samples: [
    [1, 2],
    [-0.5, 0.25],
    [1000, 999],
    [-1000, -1001],
    [1e-9, 2e-9],
    [40, -20],
  ],
}

export const logSums: readonly Primitive[] = [logsumexp, logaddexp]
