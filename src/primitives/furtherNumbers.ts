import { free, oneCall } from './cost.ts'
import { operatorName } from './latex.ts'
import type { Binary, Primitive, Unary } from './primitive.ts'
import { mod, modulo, step } from './rounding.ts'
import { at } from './samples.ts'

const rsqrt: Unary = {
  name: 'rsqrt',
  title: 'reciprocal square root',
  meaning: '1/sqrt(x), for positive x.',
  group: 'powers and roots',
  symbol: '1/√',
  arity: 1,
  definition: '1/sqrt(x)',
  // The root of −0 is −0, and the limit at 0 is +∞.
  value: (x) => 1 / Math.abs(Math.sqrt(x)),
  partials: [(x, v) => (-0.5 * v) / Math.abs(x)],
  formulas: ['-1/(2*x*sqrt(x))'],
  latex: (x) => `\\frac{1}{\\sqrt{${x}}}`,
  cost: { value: { divisions: 1, calls: 1 }, partials: [{ multiplications: 1, divisions: 1 }] },
  domain: 'x > 0',
  conventions: [{ when: (x) => x === 0, says: 'rsqrt at 0 is +∞ and has the partial −∞, its limits, by convention.' }],
  samples: at(2, 0.25, 1e-100, 3e150, 81),
  plot: [0.1, 4],
}

const rint = step(
  {
    name: 'rint',
    title: 'round halves to even',
    meaning: 'The nearest whole number; halves go to the even one, as round does in Python.',
    group: 'rounding',
    symbol: 'rint',
    latex: operatorName('rint'),
  },
  (x) => {
    const below = Math.floor(x)
    const rest = x - below
    return rest < 0.5 || (rest === 0.5 && below % 2 === 0) ? below : Math.ceil(x)
  },
  (x) => Math.abs(x % 1) === 0.5,
)

const fmod: Binary = {
  name: 'fmod',
  title: 'remainder with the sign of x',
  meaning: 'What is left of x after whole multiples of y are taken away towards 0; it has the sign of x.',
  group: 'rounding',
  symbol: 'fmod',
  arity: 2,
  value: (x, y) => x % y,
  partials: [(_x, y) => (y === 0 ? Number.NaN : 1), (x, y, v) => -Math.round((x - v) / y)],
  formulas: ['1', '-trunc(x/y)'],
  latex: operatorName('fmod'),
  cost: { value: oneCall, partials: [free, { additions: 1, divisions: 1, calls: 1 }] },
  domain: 'y != 0',
  conventions: [
    {
      when: (x, y) => x !== 0 && x % y === 0,
      says: 'fmod jumps where x is a multiple of y; its partials there are 1 and −x/y, as on the side to which the value 0 belongs, by convention.',
    },
  ],
  samples: mod.samples,
  plot: [-4, 4],
}

/** The whole number of times that y goes into x, by what is left: x/y may round up to a whole number. */
function timesWithin(x: number, y: number): number {
  const times = Math.round((x - modulo(x, y)) / y)
  return y === 0 ? Number.NaN : times
}

const flat = (_x: number, _y: number, v: number): number => (Number.isNaN(v) ? v : 0)

const floordiv: Binary = {
  name: 'floordiv',
  aliases: ['floor_divide'],
  title: 'floor of a quotient',
  meaning: 'The largest whole number that is not above x/y, as // in Python: (x − mod(x, y))/y.',
  group: 'rounding',
  symbol: '⌊x/y⌋',
  arity: 2,
  value: timesWithin,
  partials: [flat, flat],
  formulas: ['0', '0'],
  latex: (x, y) => `\\left\\lfloor \\frac{${x}}{${y}} \\right\\rfloor`,
  cost: { value: { divisions: 1, calls: 1 }, partials: [free, free] },
  domain: 'y != 0',
  conventions: [
    {
      when: (x, y) => x % y === 0,
      says: 'floordiv jumps where x is a multiple of y; its partials are 0 there too, by convention.',
    },
  ],
  samples: mod.samples,
  plot: [-4, 4],
}

const heaviside: Binary = {
  name: 'heaviside',
  title: 'Heaviside step',
  meaning: '0 for negative x, 1 for positive x, and y where x is 0.',
  group: 'piecewise',
  symbol: 'H',
  arity: 2,
  value: (x, y) => (x === 0 ? y : x > 0 ? 1 : x < 0 ? 0 : x),
  partials: [(x) => (Number.isNaN(x) ? x : 0), (x) => (x === 0 ? 1 : 0)],
  formulas: ['0', 'where(x == 0, 1, 0)'],
  latex: operatorName('H'),
  cost: { value: oneCall, partials: [free, free] },
  drops: (slot, [x]) => slot === 1 && x !== 0,
  conventions: [
    { when: (x) => x === 0, says: 'heaviside jumps at 0; its partial by x is 0 there too, by convention.', slot: 0 },
  ],
  samples: [
    [1.5, 0.5],
    [-2, 0.5],
    [1e-100, 1],
    [-1e100, 0],
    [0.25, -3],
  ],
  plot: [-3, 3],
}

export const furtherNumbers: readonly Primitive[] = [rsqrt, rint, fmod, floordiv, heaviside]
