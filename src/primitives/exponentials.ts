import { free, oneCall, oneDivision, oneMultiplication } from './cost.ts'
import { applied } from './latex.ts'
import type { Convention, Primitive, Unary } from './primitive.ts'
import { at } from './samples.ts'

export const exp: Unary = {
  name: 'exp',
  title: 'exponential',
  meaning: 'e to the power x.',
  group: 'exponentials and logarithms',
  symbol: 'exp',
  arity: 1,
  value: Math.exp,
  partials: [(_x, v) => v],
  formulas: ['exp(x)'],
  latex: (x) => `e^{${x}}`,
  cost: { value: oneCall, partials: [free] },
  samples: at(0.5, -2, 1e-9, 300, -300),
  plot: [-3, 2],
}

const exp2: Unary = {
  name: 'exp2',
  title: 'power of two',
  meaning: '2 to the power x.',
  group: 'exponentials and logarithms',
  symbol: '2ˣ',
  arity: 1,
  definition: '2^x',
  value: (x) => 2 ** x,
  partials: [(_x, v) => v * Math.LN2],
  formulas: ['2^x*log(2)'],
  latex: (x) => `2^{${x}}`,
  cost: { value: oneCall, partials: [oneMultiplication] },
  samples: at(0.5, -3.25, 1e-9, 400, -400),
  plot: [-3, 3],
}

const expm1: Unary = {
  name: 'expm1',
  title: 'exponential minus 1',
  meaning: 'exp(x) − 1, exact to the last digits near 0 too.',
  group: 'exponentials and logarithms',
  symbol: 'expm1',
  arity: 1,
  definition: 'exp(x) - 1',
  value: Math.expm1,
  partials: [(x) => Math.exp(x)],
  formulas: ['exp(x)'],
  latex: (x) => `e^{${x}} - 1`,
  cost: { value: oneCall, partials: [oneCall] },
  samples: at(0.5, -2, 1e-20, -30, 300),
  plot: [-3, 2],
}

/** What is taken at the border of a logarithm and beyond it, where 1/x alone would still give a number. */
const atBorder = (name: string, border: number, beyond: string): readonly Convention[] => [
  { when: (x) => x === border, says: `${name} at ${border} has the partial +∞, its limit, by convention.` },
  {
    when: (x) => x < border,
    says: `${name} is not real here, so its partial is NaN as its value is, by convention.`,
    others: `JAX, PyTorch and TensorFlow ${beyond}`,
  },
]

/** 1/x where the logarithm is real; +∞ at zeros of either sign. */
function reciprocal(x: number): number {
  return x < 0 ? Number.NaN : 1 / Math.abs(x)
}

const log: Unary = {
  name: 'log',
  aliases: ['ln'],
  title: 'natural logarithm',
  meaning: 'The exponent to which e must be raised to give x.',
  group: 'exponentials and logarithms',
  symbol: 'log',
  arity: 1,
  value: Math.log,
  partials: [reciprocal],
  formulas: ['1/x'],
  latex: applied('\\log'),
  cost: { value: oneCall, partials: [oneDivision] },
  domain: 'x > 0',
  conventions: atBorder('log', 0, '1/x'),
  samples: at(2, 0.1, 1e-200, 3e200, 1.0001),
  plot: [0.05, 5],
}

const log1p: Unary = {
  name: 'log1p',
  title: 'logarithm of 1 plus x',
  meaning: 'log(1 + x), exact to the last digits near 0 too.',
  group: 'exponentials and logarithms',
  symbol: 'log1p',
  arity: 1,
  definition: 'log(1 + x)',
  value: Math.log1p,
  partials: [(x) => reciprocal(1 + x)],
  formulas: ['1/(1 + x)'],
  latex: (x) => `\\log\\left(1 + ${x}\\right)`,
  cost: { value: oneCall, partials: [{ additions: 1, divisions: 1 }] },
  domain: 'x > -1',
  conventions: atBorder('log1p', -1, '1/(1 + x)'),
  samples: at(0.5, -0.75, 1e-20, 3e200, -1e-9),
  plot: [-0.95, 4],
}

const log2: Unary = {
  name: 'log2',
  title: 'logarithm to base 2',
  meaning: 'The exponent to which 2 must be raised to give x.',
  group: 'exponentials and logarithms',
  symbol: 'log₂',
  arity: 1,
  definition: 'log(x)/log(2)',
  value: Math.log2,
  partials: [(x) => reciprocal(x * Math.LN2)],
  formulas: ['1/(x*log(2))'],
  latex: applied('\\log_{2}'),
  cost: { value: oneCall, partials: [{ multiplications: 1, divisions: 1 }] },
  domain: 'x > 0',
  conventions: atBorder('log2', 0, '1/(x log 2)'),
  samples: at(3, 0.1, 1e-200, 5e200, 1.0001),
  plot: [0.05, 5],
}

const log10: Unary = {
  name: 'log10',
  title: 'logarithm to base 10',
  meaning: 'The exponent to which 10 must be raised to give x.',
  group: 'exponentials and logarithms',
  symbol: 'log₁₀',
  arity: 1,
  definition: 'log(x)/log(10)',
  value: Math.log10,
  partials: [(x) => reciprocal(x * Math.LN10)],
  formulas: ['1/(x*log(10))'],
  latex: applied('\\log_{10}'),
  cost: { value: oneCall, partials: [{ multiplications: 1, divisions: 1 }] },
  domain: 'x > 0',
  conventions: atBorder('log10', 0, '1/(x log 10)'),
  samples: at(3, 0.1, 1e-200, 5e200, 1.0001),
  plot: [0.05, 12],
}

export const exponentials: readonly Primitive[] = [exp, exp2, expm1, log, log1p, log2, log10]
