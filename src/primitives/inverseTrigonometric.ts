import { oneCall } from './cost.ts'
import { applied, operatorName } from './latex.ts'
import type { Binary, Cost, Primitive, Unary } from './primitive.ts'
import { at } from './samples.ts'

/** √(1 − x²), exact near ±1 where 1 − x² cancels; NaN beyond. */
const chord = (x: number): number => Math.sqrt((1 - x) * (1 + x))

/** √(x² − 1), exact near ±1 and without overflow; NaN between. */
const leg = (x: number): number => Math.sqrt(Math.abs(x) - 1) * Math.sqrt(Math.abs(x) + 1)

const chordCost: Cost = { additions: 2, multiplications: 1, divisions: 1, calls: 1 }
const legCost: Cost = { additions: 2, multiplications: 2, divisions: 1, calls: 2 }
const legAngleCost: Cost = { additions: 2, multiplications: 1, calls: 3 }

const atEnds = (name: string, partial: string) => [
  {
    when: (x: number) => Math.abs(x) === 1,
    says: `${name} at ±1 has the partial ${partial}, its limit, by convention.`,
  },
]

const asin: Unary = {
  name: 'asin',
  aliases: ['arcsin'],
  title: 'arc sine',
  meaning: 'The angle from −π/2 to π/2 whose sine is x.',
  group: 'inverse trigonometric',
  symbol: 'asin',
  arity: 1,
  value: Math.asin,
  partials: [(x) => 1 / chord(x)],
  formulas: ['1/sqrt(1 - x^2)'],
  latex: applied('\\arcsin'),
  cost: { value: oneCall, partials: [chordCost] },
  domain: 'abs(x) <= 1',
  conventions: atEnds('asin', '+∞'),
  samples: at(0.5, -0.25, 1e-100, 0.97, -0.9),
  plot: [-1, 1],
}

const acos: Unary = {
  name: 'acos',
  aliases: ['arccos'],
  title: 'arc cosine',
  meaning: 'The angle from 0 to π whose cosine is x.',
  group: 'inverse trigonometric',
  symbol: 'acos',
  arity: 1,
  value: Math.acos,
  partials: [(x) => -1 / chord(x)],
  formulas: ['-1/sqrt(1 - x^2)'],
  latex: applied('\\arccos'),
  cost: { value: oneCall, partials: [chordCost] },
  domain: 'abs(x) <= 1',
  conventions: atEnds('acos', '−∞'),
  samples: at(0.5, -0.25, 1e-9, 0.97, -0.9),
  plot: [-1, 1],
}

export const atan: Unary = {
  name: 'atan',
  aliases: ['arctan'],
  title: 'arc tangent',
  meaning: 'The angle from −π/2 to π/2 whose tangent is x.',
  group: 'inverse trigonometric',
  symbol: 'atan',
  arity: 1,
  value: Math.atan,
  partials: [(x) => 1 / (1 + x * x)],
  formulas: ['1/(1 + x^2)'],
  latex: applied('\\arctan'),
  cost: { value: oneCall, partials: [{ additions: 1, multiplications: 1, divisions: 1 }] },
  samples: at(0.5, -2, 1e-100, 3e10, -40),
  plot: [-6, 6],
}

const asec: Unary = {
  name: 'asec',
  aliases: ['arcsec'],
  title: 'arc secant',
  meaning: 'The angle from 0 to π whose secant is x.',
  group: 'inverse trigonometric',
  symbol: 'asec',
  arity: 1,
  // cos θ = 1/x and sin θ = √(x² − 1)/|x|
  value: (x) => Math.atan2(leg(x), Math.sign(x)),
  partials: [(x) => 1 / (Math.abs(x) * leg(x))],
  formulas: ['1/(abs(x)*sqrt(x^2 - 1))'],
  latex: operatorName('arcsec'),
  cost: { value: legAngleCost, partials: [legCost] },
  domain: 'abs(x) >= 1',
  conventions: atEnds('asec', '+∞'),
  samples: at(2, -1.5, 1.0625, 3e10, -40),
  plot: [1, 6],
}

const acsc: Unary = {
  name: 'acsc',
  aliases: ['arccsc'],
  title: 'arc cosecant',
  meaning: 'The angle from −π/2 to π/2 whose cosecant is x.',
  group: 'inverse trigonometric',
  symbol: 'acsc',
  arity: 1,
  // sin θ = 1/x and cos θ = √(x² − 1)/|x|
  value: (x) => Math.atan2(Math.sign(x), leg(x)),
  partials: [(x) => -1 / (Math.abs(x) * leg(x))],
  formulas: ['-1/(abs(x)*sqrt(x^2 - 1))'],
  latex: operatorName('arccsc'),
  cost: { value: legAngleCost, partials: [legCost] },
  domain: 'abs(x) >= 1',
  conventions: atEnds('acsc', '−∞'),
  samples: at(2, -1.5, 1.0625, 3e100, -40),
  plot: [1, 6],
}

const acot: Unary = {
  name: 'acot',
  aliases: ['arccot'],
  title: 'arc cotangent',
  meaning: 'The angle from −π/2 to π/2 whose cotangent is x.',
  group: 'inverse trigonometric',
  symbol: 'acot',
  arity: 1,
  // At zeros of either sign π/2.
  value: (x) => Math.atan(1 / (x + 0)),
  partials: [(x) => -1 / (1 + x * x)],
  formulas: ['-1/(1 + x^2)'],
  latex: operatorName('arccot'),
  cost: { value: { divisions: 1, calls: 1 }, partials: [{ additions: 1, multiplications: 1, divisions: 1 }] },
  conventions: [
    {
      when: (x) => x === 0,
      says: 'acot jumps at 0, where it is π/2 and its partial is −1, as from the right, by convention.',
    },
  ],
  samples: at(0.5, -2, 1e-9, 3e100, -40),
  plot: [-6, 6],
}

const atan2: Binary = {
  name: 'atan2',
  aliases: ['arctan2'],
  title: 'angle of a point',
  meaning: 'The angle from −π to π of the point whose height is the first operand and whose width is the second.',
  group: 'inverse trigonometric',
  symbol: 'atan2',
  arity: 2,
  // The sign of a zero does not turn the angle: the negative half-axis has the angle π.
  value: (x, y) => Math.atan2(x + 0, y + 0),
  partials: [(x, y) => overSquare(y, x, y), (x, y) => -overSquare(x, x, y)],
  formulas: ['y/(x^2 + y^2)', '-x/(x^2 + y^2)'],
  latex: operatorName('atan2'),
  cost: {
    value: oneCall,
    partials: [
      { divisions: 2, calls: 1 },
      { divisions: 2, calls: 1 },
    ],
  },
  conventions: [
    {
      when: (x, y) => x === 0 && y === 0,
      says: 'atan2 at the origin has no derivative from any side: its partials are NaN.',
    },
    {
      when: (x, y) => x === 0 && y < 0,
      says: 'atan2 jumps by 2π across the negative half-axis, where it is π; its partials are those of either side, by convention.',
    },
  ],
  samples: [
    [1, 2],
    [-0.5, -3],
    [4e100, 1e100],
    [1e-100, -2e-100],
    [2, 1e-8],
  ],
  plot: [-3, 3],
}

/** side/(x² + y²), where the squares may overflow or underflow. */
function overSquare(side: number, x: number, y: number): number {
  const radius = Math.hypot(x, y)
  return side / radius / radius
}

export const inverseTrigonometric: readonly Primitive[] = [asin, acos, atan, asec, acsc, acot, atan2]
