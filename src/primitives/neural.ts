import { oneCall } from './cost.ts'
import { erfc, erf as erfOf } from './errorFunction.ts'
import { operatorName } from './latex.ts'
import type { Cost, Primitive, Unary } from './primitive.ts'
import { leakyrelu, relu } from './rectifiers.ts'
import { at } from './samples.ts'

/** 1/(1 + exp(−x)) without overflow, with all its digits at both ends. */
export function logistic(x: number): number {
  const e = Math.exp(-Math.abs(x))
  return (x < 0 ? e : 1) / (1 + e)
}

const logisticCost: Cost = { additions: 1, divisions: 1, calls: 1 }

export const sigmoid: Unary = {
  name: 'sigmoid',
  aliases: ['logistic', 'expit'],
  title: 'sigmoid',
  meaning: 'The logistic function 1/(1 + exp(−x)), between 0 and 1.',
  group: 'neural networks',
  symbol: 'σ',
  arity: 1,
  definition: '1/(1 + exp(-x))',
  value: logistic,
  // σ(−x) instead of 1 − v, which loses its digits where v is near 1.
  partials: [(x, v) => v * logistic(-x)],
  formulas: ['sigmoid(x)*sigmoid(-x)'],
  latex: (x) => `\\sigma\\left(${x}\\right)`,
  cost: { value: logisticCost, partials: [{ ...logisticCost, multiplications: 1 }] },
  samples: at(0.5, -2, 1e-9, 40, -300),
  plot: [-6, 6],
}

export const softplus: Unary = {
  name: 'softplus',
  title: 'softplus',
  meaning: 'log(1 + exp(x)), a smooth relu.',
  group: 'neural networks',
  symbol: 'softplus',
  arity: 1,
  definition: 'log(1 + exp(x))',
  value: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
  partials: [logistic],
  formulas: ['sigmoid(x)'],
  latex: operatorName('softplus'),
  cost: { value: { additions: 1, calls: 3 }, partials: [logisticCost] },
  samples: at(0.5, -2, 1e-9, 1000, -40),
  plot: [-4, 4],
}

export const silu: Unary = {
  name: 'silu',
  aliases: ['swish'],
  title: 'sigmoid linear unit',
  meaning: 'x times its sigmoid.',
  group: 'neural networks',
  symbol: 'silu',
  arity: 1,
  definition: 'x*sigmoid(x)',
  value: (x) => x * logistic(x),
  partials: [(x) => logistic(x) * (1 + x * logistic(-x))],
  formulas: ['sigmoid(x)*(1 + x*sigmoid(-x))'],
  latex: operatorName('silu'),
  cost: {
    value: { ...logisticCost, multiplications: 1 },
    partials: [{ additions: 3, multiplications: 2, divisions: 2, calls: 2 }],
  },
  samples: at(0.5, -3, 1e-9, 50, -300),
  plot: [-6, 4],
}

/** Φ, the distribution function of the standard normal; by erfc, which keeps its digits in the left tail. */
const normal = (x: number): number => 0.5 * erfc(-x * Math.SQRT1_2)
const SQRT_2PI = Math.sqrt(2 * Math.PI)
/** φ, its density. */
const density = (x: number): number => Math.exp(-0.5 * (x * x)) / SQRT_2PI

export const gelu: Unary = {
  name: 'gelu',
  title: 'Gaussian error linear unit',
  meaning: 'x times the probability that a standard normal number is below x.',
  group: 'neural networks',
  symbol: 'gelu',
  arity: 1,
  definition: 'x*(1 + erf(x/sqrt(2)))/2',
  value: (x) => x * normal(x),
  partials: [(x) => normal(x) + x * density(x)],
  formulas: ['(1 + erf(x/sqrt(2)))/2 + x*exp(-x^2/2)/sqrt(2*pi)'],
  latex: operatorName('gelu'),
  cost: {
    value: { multiplications: 3, calls: 1 },
    partials: [{ additions: 1, multiplications: 5, divisions: 1, calls: 2 }],
  },
  samples: at(0.5, -2, 1e-9, 8, -3),
  plot: [-4, 4],
}

const TWO_BY_SQRT_PI = 2 / Math.sqrt(Math.PI)

export const erf: Unary = {
  name: 'erf',
  title: 'error function',
  meaning: 'The error function, 2/√π times the integral of exp(−t²) from 0 to x.',
  group: 'neural networks',
  symbol: 'erf',
  arity: 1,
  value: erfOf,
  partials: [(x) => TWO_BY_SQRT_PI * Math.exp(-x * x)],
  formulas: ['2/sqrt(pi)*exp(-x^2)'],
  latex: operatorName('erf'),
  cost: { value: oneCall, partials: [{ multiplications: 2, calls: 1 }] },
  samples: at(0.3, -2, 1e-100, 5, -0.75),
  plot: [-3, 3],
}

export const neural: readonly Primitive[] = [relu, leakyrelu, sigmoid, softplus, silu, gelu, erf]
