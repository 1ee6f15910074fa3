import { mod } from './arithmetic.ts'
import { free, oneCall } from './cost.ts'
import { named } from './latex.ts'
import type { Primitive, Unary } from './primitive.ts'
import { at } from './samples.ts'

type Words = Pick<Unary, 'name' | 'aliases' | 'title' | 'meaning' | 'symbol' | 'latex'>

/** A step function: flat between its jumps. */
const step = (words: Words, value: (x: number) => number, others?: string): Unary => ({
  ...words,
  group: 'rounding',
  arity: 1,
  value,
  partials: [() => 0],
  formulas: ['0'],
  cost: { value: oneCall, partials: [free] },
  conventions: [
    {
      when: () => true,
      says: `${words.name} is a step: its partial is 0, at its jumps too, by convention.`,
      ...(others && { others }),
    },
  ],
  samples: at(1.3, -2.7, 0.25, 1e6 + 0.125, -0.75),
  plot: [-3, 3],
})

export const floor = step(
  {
    name: 'floor',
    title: 'floor',
    meaning: 'The largest whole number that is not above x.',
    symbol: '⌊x⌋',
    latex: (x) => `\\left\\lfloor ${x} \\right\\rfloor`,
  },
  Math.floor,
  'JAX and PyTorch 0, TensorFlow has none',
)

export const ceil = step(
  {
    name: 'ceil',
    aliases: ['ceiling'],
    title: 'ceiling',
    meaning: 'The smallest whole number that is not below x.',
    symbol: '⌈x⌉',
    latex: (x) => `\\left\\lceil ${x} \\right\\rceil`,
  },
  Math.ceil,
  'JAX and PyTorch 0, TensorFlow has none',
)

export const round = step(
  {
    name: 'round',
    title: 'round',
    meaning: 'The nearest whole number; halves go away from zero.',
    symbol: 'round',
    latex: named('round'),
  },
  (x) => {
    // x + 0.5 would round 0.49999999999999994 up.
    const whole = Math.trunc(x)
    return Math.abs(x - whole) >= 0.5 ? whole + Math.sign(x) : whole
  },
  'JAX and PyTorch 0 (their halves go to the even neighbour), TensorFlow has none',
)

export const trunc = step(
  {
    name: 'trunc',
    title: 'truncate',
    meaning: 'x without what stands after the decimal point.',
    symbol: 'trunc',
    latex: named('trunc'),
  },
  Math.trunc,
)

export const sign = step(
  {
    name: 'sign',
    aliases: ['sgn', 'signum'],
    title: 'sign',
    meaning: '1 for positive numbers, −1 for negative ones, and 0 at 0.',
    symbol: 'sign',
    latex: named('sgn'),
  },
  Math.sign,
)

export const rounding: readonly Primitive[] = [floor, ceil, round, trunc, sign, mod]
