import { free, oneAddition, oneDivision, oneMultiplication } from './cost.ts'
import { applied } from './latex.ts'
import type { Binary, Primitive, Unary } from './primitive.ts'
import { at } from './samples.ts'

const pairs: Binary['samples'] = [
  [2, 3],
  [-1.5, 0.25],
  [1e-100, 3e-90],
  [4e100, -7e99],
  [-3, -1e5],
  [1e-8, 12],
]

export const add: Binary = {
  name: 'add',
  operator: '+',
  title: 'add',
  meaning: 'The sum of two numbers.',
  group: 'arithmetic',
  symbol: '+',
  arity: 2,
  value: (x, y) => x + y,
  partials: [() => 1, () => 1],
  formulas: ['1', '1'],
  latex: (x, y) => `${x} + ${y}`,
  cost: { value: oneAddition, partials: [free, free] },
  pattern: 'distributor',
  samples: pairs,
}

/** Not a distributor: what it hands to its second operand changes sign. */
export const sub: Binary = {
  name: 'sub',
  operator: '-',
  title: 'subtract',
  meaning: 'The difference of two numbers.',
  group: 'arithmetic',
  symbol: '−',
  arity: 2,
  value: (x, y) => x - y,
  partials: [() => 1, () => -1],
  formulas: ['1', '-1'],
  latex: (x, y) => `${x} - ${y}`,
  cost: { value: oneAddition, partials: [free, free] },
  samples: pairs,
}

export const mul: Binary = {
  name: 'mul',
  operator: '*',
  title: 'multiply',
  meaning: 'The product of two numbers.',
  group: 'arithmetic',
  symbol: '×',
  arity: 2,
  value: (x, y) => x * y,
  partials: [(_x, y) => y, (x) => x],
  formulas: ['y', 'x'],
  latex: (x, y) => `${x} \\cdot ${y}`,
  cost: { value: oneMultiplication, partials: [free, free] },
  pattern: 'switcher',
  samples: pairs,
}

export const div: Binary = {
  name: 'div',
  operator: '/',
  title: 'divide',
  meaning: 'The quotient of two numbers.',
  group: 'arithmetic',
  symbol: '÷',
  arity: 2,
  value: (x, y) => x / y,
  // −v/y, not −x/y²: y² could overflow or underflow, and x/x has the derivative 1/x − 1/x, exactly 0.
  partials: [(_x, y) => 1 / y, (_x, y, v) => -v / y],
  formulas: ['1/y', '-v/y'],
  latex: (x, y) => `\\frac{${x}}{${y}}`,
  cost: { value: oneDivision, partials: [oneDivision, oneDivision] },
  domain: 'y != 0',
  conventions: [
    {
      when: (x, y) => y === 0 && x !== 0,
      says: 'x/y at y = 0 has the infinite partials of the limit from one side, by convention.',
    },
  ],
  samples: pairs,
}

/** Not a distributor: what it hands on changes sign. */
export const neg: Unary = {
  name: 'neg',
  operator: '-',
  title: 'negate',
  meaning: 'The number with the opposite sign.',
  group: 'arithmetic',
  symbol: '−',
  arity: 1,
  value: (x) => -x,
  partials: [() => -1],
  formulas: ['-1'],
  latex: (x) => `-${x}`,
  cost: { value: free, partials: [free] },
  samples: at(3, -0.5, 1e-200, -2e150, 7.25),
  plot: [-3, 3],
}

export const mod: Binary = {
  name: 'mod',
  aliases: ['remainder', 'floormod'],
  title: 'modulo',
  meaning: 'What is left of x after the largest whole multiple of y is taken away; it has the sign of y.',
  group: 'rounding',
  symbol: 'mod',
  arity: 2,
  value: (x, y) => {
    const rest = x % y
    return rest !== 0 && rest < 0 !== y < 0 ? rest + y : rest
  },
  // (x − v)/y is whole but for rounding, so that the partial always belongs to the value beside it.
  partials: [(_x, y) => (y === 0 ? Number.NaN : 1), (x, y, v) => -Math.round((x - v) / y)],
  formulas: ['1', '-floor(x/y)'],
  latex: applied('\\operatorname{mod}'),
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
    [1e6, 0.7],
    [0.001, 40],
    [-2e-5, 3e-6],
  ],
  plot: [-4, 4],
}

export const arithmetic: readonly Primitive[] = [add, sub, mul, div, neg]
