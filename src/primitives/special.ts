import { free, oneCall } from './cost.ts'
import { erfc as erfcOf, gaussian } from './errorFunction.ts'
import * as gamma from './gammaFunction.ts'
import { operatorName } from './latex.ts'
import type { Binary, Primitive, Unary } from './primitive.ts'
import { at } from './samples.ts'

const TWO_BY_SQRT_PI = 2 / Math.sqrt(Math.PI)

const erfc: Unary = {
  name: 'erfc',
  title: 'complementary error function',
  meaning: '1 − erf(x), with all its digits where erf is near 1.',
  group: 'special functions',
  symbol: 'erfc',
  arity: 1,
  definition: '1 - erf(x)',
  value: erfcOf,
  partials: [(x) => -TWO_BY_SQRT_PI * gaussian(x)],
  formulas: ['-2/sqrt(pi)*exp(-x^2)'],
  latex: operatorName('erfc'),
  cost: { value: oneCall, partials: [{ multiplications: 1, calls: 1 }] },
  samples: at(0.3, -2, 1e-9, 5, 3.3),
  plot: [-3, 3],
}

const lgamma: Unary = {
  name: 'lgamma',
  aliases: ['gammaln'],
  title: 'logarithm of the gamma function',
  meaning: 'log|Γ(x)|, of whole numbers log((x − 1)!).',
  group: 'special functions',
  symbol: 'lgamma',
  arity: 1,
  value: gamma.lgamma,
  partials: [(x) => gamma.digamma(x)],
  formulas: ['digamma(x)'],
  latex: (x) => `\\log\\left|\\Gamma\\left(${x}\\right)\\right|`,
  cost: { value: oneCall, partials: [oneCall] },
  domain: 'where(x > 0, 1, x != floor(x))',
  conventions: [
    {
      when: (x) => x === 0,
      says: 'lgamma at its pole 0 has the partial −∞, the limit from the right, by convention.',
    },
    {
      when: (x) => x < 0 && Number.isInteger(x),
      says: 'lgamma has a pole here, whose slopes on both sides differ: its partial is NaN, by convention.',
    },
  ],
  samples: at(0.3, 2.5, 1e-9, 40, -1.5, 1.0001),
  plot: [0.05, 5],
}

const digamma: Unary = {
  name: 'digamma',
  aliases: ['psi'],
  title: 'digamma function',
  meaning: 'ψ(x), the derivative of lgamma.',
  group: 'special functions',
  symbol: 'ψ',
  arity: 1,
  value: gamma.digamma,
  partials: [(x, v) => (Number.isNaN(v) ? v : gamma.polygamma(1, x))],
  formulas: ['polygamma(1, x)'],
  latex: (x) => `\\psi\\left(${x}\\right)`,
  cost: { value: oneCall, partials: [oneCall] },
  domain: 'where(x > 0, 1, x != floor(x))',
  conventions: [
    { when: (x) => x === 0, says: 'digamma at its pole 0 is −∞, the limit from the right, by convention.' },
    {
      when: (x) => x < 0 && Number.isInteger(x),
      says: 'digamma has a pole here, whose sides differ in sign: its value and partial are NaN, by convention.',
    },
  ],
  samples: at(0.3, 2.5, 1e-9, 40, -1.5, 1.25),
  plot: [0.2, 5],
}

const polygamma: Binary = {
  name: 'polygamma',
  title: 'polygamma function',
  meaning: 'The derivative of the order x of digamma at y: polygamma(1, y) is trigamma. The order is a whole number.',
  group: 'special functions',
  symbol: 'ψ⁽ⁿ⁾',
  arity: 2,
  value: gamma.polygamma,
  partials: [() => 0, (n, x, v) => (Number.isNaN(v) ? v : gamma.polygamma(n + 1, x))],
  formulas: ['0', 'polygamma(x + 1, y)'],
  latex: (n, x) => `\\psi^{(${n})}\\left(${x}\\right)`,
  cost: { value: oneCall, partials: [free, { additions: 1, calls: 1 }] },
  domain: 'where(x >= 0, where(x == floor(x), where(y > 0, 1, y != floor(y)), 0), 0)',
  // The order is no number that could be a little more.
  drops: (slot, _operands, v) => slot === 0 && !Number.isNaN(v),
  samples: [
    [0, 0.3],
    [1, 2.5],
    [1, 1e-9],
    [2, 40],
    [3, 0.75],
    [2, -1.25],
  ],
}

/** sin πx and cos πx, x being first brought to between −½ and ½ without an error. */
function halfTurns(x: number): { readonly sin: number; readonly cos: number } {
  const nearest = Math.round(x)
  const angle = Math.PI * (x - nearest)
  const sign = nearest % 2 === 0 ? 1 : -1
  return { sin: sign * Math.sin(angle), cos: sign * Math.cos(angle) }
}

const sincOf = (x: number): number => (x === 0 ? 1 : halfTurns(x).sin / (Math.PI * x))

/** Below this (cos πx − sinc x)/x loses digits, and four terms of its Taylor series have them all. */
const NEAR = 0.02

/** −π²x/3·(1 − t/10·(1 − t/28·(1 − t/54))), t being (πx)² */
function sincByX(x: number, v: number): number {
  if (Math.abs(x) >= 0.5) return (halfTurns(x).cos - v) / x
  const t = (Math.PI * x) ** 2
  // −2k/(2k + 1)! · (−t)^k from the highest power on: each is the one before it by −(2k + 2)/(2k(2k + 2)(2k + 3)).
  let sum = 0
  for (let k = 12; k > 0; k--) sum = 1 - (t / (2 * k * (2 * k + 3))) * sum
  return ((-Math.PI * Math.PI) / 3) * x * sum
}

const sinc: Unary = {
  name: 'sinc',
  title: 'normalised cardinal sine',
  meaning: 'sin(pi*x)/(pi*x), and 1 at 0. Without the π it is sin(x)/x, which is sinc(x/pi).',
  group: 'special functions',
  symbol: 'sinc',
  arity: 1,
  value: sincOf,
  partials: [sincByX],
  formulas: [
    `where(abs(x) < ${NEAR}, -pi^2*x/3*(1 - (pi*x)^2/10*(1 - (pi*x)^2/28*(1 - (pi*x)^2/54))), (cos(pi*x) - sinc(x))/x)`,
  ],
  latex: operatorName('sinc'),
  cost: {
    value: { multiplications: 1, divisions: 1, calls: 1 },
    partials: [{ additions: 1, multiplications: 1, divisions: 1, calls: 1 }],
  },
  samples: at(0.3, -2.25, 1e-9, 17.375, 0.75, -0.1),
  plot: [-4, 4],
}

/** log(x/(1 − x)) without its cancellation around ½, where 2x − 1 is exact. */
function logOdds(x: number): number {
  return x > 0.25 && x < 0.75 ? 2 * Math.atanh(2 * x - 1) : Math.log(x / (1 - x))
}

const logit: Unary = {
  name: 'logit',
  title: 'logit',
  meaning: 'The logarithm of the odds x/(1 − x) of a probability: what sigmoid takes back.',
  group: 'special functions',
  symbol: 'logit',
  arity: 1,
  definition: 'log(x/(1 - x))',
  value: logOdds,
  partials: [(x) => (x < 0 || x > 1 ? Number.NaN : 1 / (Math.abs(x) * (1 - x)))],
  formulas: ['1/(x*(1 - x))'],
  latex: operatorName('logit'),
  cost: {
    value: { additions: 1, divisions: 1, calls: 1 },
    partials: [{ additions: 1, multiplications: 1, divisions: 1 }],
  },
  domain: 'where(x > 0, x < 1, 0)',
  conventions: [
    {
      when: (x) => x === 0 || x === 1,
      says: 'logit at the ends 0 and 1 has the partial +∞, its limit, by convention.',
    },
    {
      when: (x) => x < 0 || x > 1,
      says: 'logit is not real here, so its partial is NaN as its value is, by convention.',
      others: 'PyTorch NaN, JAX 1/(x(1 − x))',
    },
  ],
  samples: at(0.3, 0.5000001, 1e-9, 0.9, 0.74),
  plot: [0.02, 0.98],
}

/** Where the other factor is 0 or not real, 0·log counts as 0. */
const vanishes = (x: number, y: number): boolean => x === 0 && y <= 0

const xlogy: Binary = {
  name: 'xlogy',
  title: 'x times log y',
  meaning: 'x*log(y), and 0 where x is 0: the terms of entropies.',
  group: 'special functions',
  symbol: 'xlogy',
  arity: 2,
  value: (x, y) => (x === 0 && !Number.isNaN(y) ? 0 : x * Math.log(y)),
  partials: [
    (x, y) => (vanishes(x, y) ? 0 : Math.log(y)),
    (x, y, v) => (Number.isNaN(v) ? v : vanishes(x, y) ? 0 : x / Math.abs(y)),
  ],
  formulas: ['where((x == 0)*(y <= 0), 0, log(y))', 'where((x == 0)*(y <= 0), 0, x/y)'],
  latex: (x, y) => `${x} \\log\\left(${y}\\right)`,
  cost: {
    value: { multiplications: 1, calls: 1 },
    partials: [oneCall, { divisions: 1 }],
  },
  domain: 'where(x == 0, 1, y > 0)',
  conventions: [
    {
      when: vanishes,
      says: 'xlogy is 0 where x is 0, for y = 0 too; its partial by x there is 0, by convention.',
      others: 'PyTorch and TensorFlow 0, JAX −∞ at y = 0',
      slot: 0,
    },
    {
      when: vanishes,
      says: 'xlogy is 0 where x is 0, for y = 0 too; its partial by y there is 0, by convention.',
      others: 'TensorFlow 0, PyTorch and JAX NaN',
      slot: 1,
    },
    {
      when: (x, y) => x !== 0 && y === 0,
      says: 'xlogy at y = 0 is infinite, and its partial by y is the limit, by convention.',
      slot: 1,
    },
  ],
  samples: [
    [2, 3],
    [-0.5, 0.25],
    [1e-9, 1e-20],
    [0, 2],
    [40, 1.5],
  ],
}

export const special: readonly Primitive[] = [erfc, lgamma, digamma, polygamma, sinc, logit, xlogy]
