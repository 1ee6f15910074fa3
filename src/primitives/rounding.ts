import { free, oneCall } from './cost.ts'
import { operatorName } from './latex.ts'
import type { Binary, Primitive, Unary } from './primitive.ts'
import { at } from './samples.ts'

type Words = Pick<Unary, 'name' | 'aliases' | 'title' | 'meaning' | 'group' | 'symbol' | 'latex'>

/** A step function: flat between its jumps. */
export const step = (words: Words, value: (x: number) => number, jumps: (x: number) => boolean): Unary => ({
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
export function modulo(x: number, y: number): number {
  const rest = x % y
  return rest !== 0 && rest < 0 !== y < 0 ? rest + y : rest
}

export const mod: Binary = {
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

export const rounding: readonly Primitive[] = [floor, ceil, round, trunc, sign, mod]
