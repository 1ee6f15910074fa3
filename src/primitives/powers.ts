import { oneCall, oneDivision, oneMultiplication } from './cost.ts'
import type { Binary, Primitive, Unary } from './primitive.ts'
import { at } from './samples.ts'

export const square: Unary = {
  name: 'square',
  title: 'square',
  meaning: 'x times itself.',
  group: 'powers and roots',
  symbol: 'x²',
  arity: 1,
  definition: 'x*x',
  value: (x) => x * x,
  partials: [(x) => 2 * x],
  formulas: ['2*x'],
  latex: (x) => `{${x}}^{2}`,
  cost: { value: oneMultiplication, partials: [oneMultiplication] },
  samples: at(3, -0.5, 1e-100, -4e120, 12.75),
  plot: [-2, 2],
}

export const pow: Binary = {
  name: 'pow',
  aliases: ['power'],
  operator: '^',
  title: 'power',
  meaning: 'x to the power y; a negative x takes whole exponents only.',
  group: 'powers and roots',
  symbol: 'xʸ',
  arity: 2,
  // Engines differ in the last bit of x ** 2, and one with itself: x·x is what all may say.
  value: (x, y) => (y === 2 ? x * x : x ** y),
  partials: [byBase, byExponent],
  formulas: ['y*x^(y - 1)', 'x^y*log(x)'],
  latex: (x, y) => `{${x}}^{${y}}`,
  cost: {
    value: oneCall,
    partials: [
      { additions: 1, multiplications: 1, calls: 1 },
      { multiplications: 1, calls: 1 },
    ],
  },
  domain: 'where(x > 0, 1, where(x == 0, y >= 0, y == floor(y)))',
  conventions: [
    {
      when: (x, y) => x === 0 && y === 0,
      says: '0^0 is 1, and its partial by the base is 0, by convention.',
      others: 'PyTorch 0, JAX 0 for a whole-number type and NaN otherwise, TensorFlow NaN',
      slot: 0,
    },
    {
      when: (x, y) => x === 0 && y < 1 && y !== 0,
      says: 'A power of 0 with an exponent below 1 has an infinite partial by its base, the limit from the right, by convention.',
      slot: 0,
    },
    {
      when: (x, y) => x === 0 && y >= 0,
      says: '0^y has the partial 0 by its exponent, by convention.',
      slot: 1,
    },
    {
      when: (x, y) => x === 0 && y < 0,
      says: '0^y with y < 0 is infinite, and its partial by the exponent is the limit −∞, by convention.',
      slot: 1,
    },
    {
      when: (x) => x < 0,
      says: 'A negative base has real powers at whole exponents only, so the partial by the exponent is NaN, by convention.',
      others: 'JAX and PyTorch NaN, TensorFlow 0',
      slot: 1,
    },
  ],
  samples: [
    [2, 3],
    [0.5, -1.5],
    [1e-20, 0.25],
    [3e10, 4],
    [1.001, 250],
    [7, 1e-9],
  ],
  plot: [0, 3],
}

/** y·x^(y−1); 0 for y = 0, at x = 0 too. A zero base counts as +0, whatever its sign. */
function byBase(x: number, y: number): number {
  if (y === 2) return 2 * x
  return y === 0 ? 0 : y * (x === 0 ? 0 : x) ** (y - 1)
}

/** x^y·ln x: its limit 0 at x = 0 where y > 0, taken at 0^0 too; not real for a negative base. |v| is v, but for the pole at −0. */
function byExponent(x: number, y: number, v: number): number {
  if (x === 0 && y >= 0) return 0
  return Math.abs(v) * Math.log(x)
}

const sqrt: Unary = {
  name: 'sqrt',
  title: 'square root',
  meaning: 'The number whose square is x.',
  group: 'powers and roots',
  symbol: '√',
  arity: 1,
  definition: 'x^0.5',
  value: Math.sqrt,
  // |v|, since the root of −0 is −0 and the limit at 0 is +∞.
  partials: [(_x, v) => 0.5 / Math.abs(v)],
  formulas: ['1/(2*sqrt(x))'],
  latex: (x) => `\\sqrt{${x}}`,
  cost: { value: oneCall, partials: [oneDivision] },
  domain: 'x >= 0',
  conventions: [{ when: (x) => x === 0, says: 'sqrt at 0 has the partial +∞, its limit, by convention.' }],
  samples: at(2, 0.25, 1e-100, 3e150, 81),
  plot: [0, 4],
}

const cbrt: Unary = {
  name: 'cbrt',
  title: 'cube root',
  meaning: 'The number whose cube is x; negative numbers have one too.',
  group: 'powers and roots',
  symbol: '∛',
  arity: 1,
  value: Math.cbrt,
  partials: [(_x, v) => 1 / (3 * v * v)],
  formulas: ['1/(3*cbrt(x)^2)'],
  latex: (x) => `\\sqrt[3]{${x}}`,
  cost: { value: oneCall, partials: [{ multiplications: 2, divisions: 1 }] },
  conventions: [{ when: (x) => x === 0, says: 'cbrt at 0 has the partial +∞, its limit, by convention.' }],
  samples: at(-8, 0.3, 2, 1e-90, -5e120),
  plot: [-4, 4],
}

const hypot: Binary = {
  name: 'hypot',
  title: 'hypotenuse',
  meaning: 'The length √(x² + y²), without overflow on the way.',
  group: 'powers and roots',
  symbol: 'hypot',
  arity: 2,
  definition: 'sqrt(x*x + y*y)',
  value: Math.hypot,
  partials: [(x, _y, v) => share(x, v), (_x, y, v) => share(y, v)],
  formulas: ['x/hypot(x, y)', 'y/hypot(x, y)'],
  latex: (x, y) => `\\sqrt{{${x}}^{2} + {${y}}^{2}}`,
  cost: { value: oneCall, partials: [oneDivision, oneDivision] },
  conventions: [
    {
      when: (x, y) => x === 0 && y === 0,
      says: 'hypot has a kink at the origin; both its partials there are 0, by convention.',
      others: 'JAX NaN, PyTorch NaN for hypot and 0 for norm',
    },
  ],
  samples: [
    [3, 4],
    [-0.5, 2],
    [3e200, -4e200],
    [1e-200, 2e-200],
    [1e-7, 30],
  ],
  plot: [-3, 3],
}

/** x/v, and 0 at the origin: the subgradient of least norm. */
export function share(x: number, v: number): number {
  return v === 0 ? 0 : x / v
}

export const powers: readonly Primitive[] = [pow, sqrt, cbrt, square, hypot]
