import { free, oneCall, oneMultiplication } from './cost.ts'
import { operatorName } from './latex.ts'
import type { Unary } from './primitive.ts'
import { at } from './samples.ts'

export const relu: Unary = {
  name: 'relu',
  title: 'rectified linear unit',
  meaning: 'x where it is positive, and 0 elsewhere.',
  group: 'neural networks',
  symbol: 'relu',
  arity: 1,
  definition: 'max(x, 0)',
  value: (x) => Math.max(x, 0),
  partials: [(x) => slope(x, 0)],
  formulas: ['where(x > 0, 1, 0)'],
  latex: operatorName('relu'),
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
  definition: 'where(x > 0, x, 0.01*x)',
  value: (x) => (x > 0 ? x : LEAK * x),
  partials: [(x) => slope(x, LEAK)],
  formulas: ['where(x > 0, 1, 0.01)'],
  latex: operatorName('leakyrelu'),
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
