import { free, oneAddition, oneDivision, oneMultiplication } from './cost.ts'
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
      says: 'Division by 0 has infinite partials, the limit from one side, by convention.',
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

export const arithmetic: readonly Primitive[] = [add, sub, mul, div, neg]
