import { free, oneCall } from './cost.ts'
import { operatorName } from './latex.ts'
import type { Binary, Primitive, Unary } from './primitive.ts'
import { at } from './samples.ts'

type Words = Pick<Unary, 'name' | 'late' | 'aliases' | 'title' | 'meaning' | 'group' | 'symbol' | 'latex'>

/** A step function: flat between its jumps. */
const step = (words: Words, value: (x: number) => number, jumps: (x: number) => boolean): Unary => ({
  ...words,
  arity: 1,
  value,
  partials: [() => 0],
  formulas: ['0'],
  cost: { value: oneCall, partials: [free] },
  conventions: [{ when: jumps, says: `${words.name} jumps here; its partial is 0 at the jump too, by convention.` }],
  samples: at(1.3, -2.7, 0.25, 1000.125, -0.75),
  plot: [-3, 3],
})

const floor = step(
  {
    name: 'floor',
    title: 'floor',
    meaning: 'The largest whole number that is not above x.',
    group: 'rounding',
    symbol: '⌊x⌋',
    latex: (x) => `\\left\\lfloor ${x} \\right\\rfloor`,
  },
  Math.floor,
  Number.isInteger,
)

const ceil = step(
  {
    name: 'ceil',
    aliases: ['ceiling'],
    title: 'ceiling',
    meaning: 'The smallest whole number that is not below x.',
    group: 'rounding',
    symbol: '⌈x⌉',
    latex: (x) => `\\left\\lceil ${x} \\right\\rceil`,
  },
  Math.ceil,
  Number.isInteger,
)

const round = step(
  {
    name: 'round',
    title: 'round',
    meaning: 'The nearest whole number; halves go away from zero.',
    group: 'rounding',
    symbol: 'round',
    latex: operatorName('round'),
  },
  (x) => {
    // x + 0.5 would round 0.49999999999999994 up.
    const whole = Math.trunc(x)
    return Math.abs(x - whole) >= 0.5 ? whole + Math.sign(x) : whole
  },
  (x) => Math.abs(x % 1) === 0.5,
)

const rint = step(
  {
    name: 'rint',
    late: true,
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

const trunc = step(
  {
    name: 'trunc',
    title: 'truncate',
    meaning: 'x without what stands after the decimal point.',
    group: 'rounding',
    symbol: 'trunc',
    latex: operatorName('trunc'),
  },
  Math.trunc,
  (x) => x !== 0 && Number.isInteger(x),
)

const sign = step(
  {
    name: 'sign',
    aliases: ['sgn', 'signum'],
    title: 'sign',
    meaning: '1 for positive numbers, −1 for negative ones, and 0 at 0.',
    group: 'piecewise',
    symbol: 'sign',
    latex: operatorName('sgn'),
  },
  Math.sign,
  (x) => x === 0,
)

/** What x leaves by y, with the sign of y. */
function modulo(x: number, y: number): number {
  const rest = x % y
  return rest !== 0 && rest < 0 !== y < 0 ? rest + y : rest
}

const mod: Binary = {
  name: 'mod',
  aliases: ['remainder', 'floormod'],
  title: 'modulo',
  meaning: 'What is left of x after the largest whole multiple of y is taken away; it has the sign of y.',
  group: 'rounding',
  symbol: 'mod',
  arity: 2,
  value: modulo,
  // (x − v)/y is whole but for rounding, so that the partial always belongs to the value beside it.
  partials: [(_x, y) => (y === 0 ? Number.NaN : 1), (x, y, v) => -Math.round((x - v) / y)],
  formulas: ['1', '-floor(x/y)'],
  latex: operatorName('mod'),
  cost: {
    value: { additions: 1, multiplications: 1, divisions: 1, calls: 1 },
    partials: [free, { additions: 1, divisions: 1, calls: 1 }],
  },
  domain: 'y != 0',
  conventions: [
    {
      when: (x, y) => x % y === 0,
      says: 'mod jumps where x is a multiple of y; its partials there are 1 and −x/y, as on the side to which the value 0 belongs, by convention.',
    },
  ],
  samples: [
    [5.5, 2],
    [-5.5, 2],
    [7.25, -3],
    [-7.25, -3],
    [1000.1, 0.7],
    [0.001, 40],
    [-2e-5, 3e-6],
  ],
  plot: [-4, 4],
}

const fmod: Binary = {
  name: 'fmod',
  late: true,
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
  late: true,
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

export const rounding: readonly Primitive[] = [floor, ceil, round, rint, trunc, sign, mod, fmod, floordiv]
