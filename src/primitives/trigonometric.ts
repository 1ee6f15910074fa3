import { oneCall } from './cost.ts'
import { applied } from './latex.ts'
import type { Primitive, Unary } from './primitive.ts'
import { at } from './samples.ts'

const plot = [-6.3, 6.3] as const

export const sin: Unary = {
  name: 'sin',
  title: 'sine',
  meaning: 'The sine of an angle in radians.',
  group: 'trigonometric',
  symbol: 'sin',
  arity: 1,
  value: Math.sin,
  partials: [(x) => Math.cos(x)],
  formulas: ['cos(x)'],
  latex: applied('\\sin'),
  cost: { value: oneCall, partials: [oneCall] },
  samples: at(2, -0.5, 1e-100, 4000.25, -31.5),
  plot,
}

export const cos: Unary = {
  name: 'cos',
  title: 'cosine',
  meaning: 'The cosine of an angle in radians.',
  group: 'trigonometric',
  symbol: 'cos',
  arity: 1,
  value: Math.cos,
  partials: [(x) => -Math.sin(x)],
  formulas: ['-sin(x)'],
  latex: applied('\\cos'),
  cost: { value: oneCall, partials: [oneCall] },
  samples: at(2, -0.5, 1e-6, 4000.25, -31.5),
  plot,
}

const tan: Unary = {
  name: 'tan',
  title: 'tangent function',
  meaning: 'The tangent of an angle in radians: sin(x)/cos(x).',
  group: 'trigonometric',
  symbol: 'tan',
  arity: 1,
  definition: 'sin(x)/cos(x)',
  value: Math.tan,
  // sec² x = 1 + tan² x
  partials: [(_x, v) => 1 + v * v],
  formulas: ['sec(x)^2'],
  latex: applied('\\tan'),
  cost: { value: oneCall, partials: [{ additions: 1, multiplications: 1 }] },
  domain: 'cos(x) != 0',
  samples: at(2, -0.5, 1e-100, 400.25, 1.57),
  plot,
}

const sec: Unary = {
  name: 'sec',
  title: 'secant',
  meaning: 'The secant of an angle in radians: 1/cos(x).',
  group: 'trigonometric',
  symbol: 'sec',
  arity: 1,
  definition: '1/cos(x)',
  value: (x) => 1 / Math.cos(x),
  partials: [(x, v) => v * Math.tan(x)],
  formulas: ['sec(x)*tan(x)'],
  latex: applied('\\sec'),
  cost: { value: { divisions: 1, calls: 1 }, partials: [{ multiplications: 1, calls: 1 }] },
  domain: 'cos(x) != 0',
  samples: at(2, -0.5, 1e-6, 400.25, 1.57),
  plot,
}

const csc: Unary = {
  name: 'csc',
  aliases: ['cosec'],
  title: 'cosecant',
  meaning: 'The cosecant of an angle in radians: 1/sin(x).',
  group: 'trigonometric',
  symbol: 'csc',
  arity: 1,
  definition: '1/sin(x)',
  value: (x) => 1 / Math.sin(x),
  partials: [(x, v) => -v / Math.tan(x)],
  formulas: ['-csc(x)*cot(x)'],
  latex: applied('\\csc'),
  cost: { value: { divisions: 1, calls: 1 }, partials: [{ divisions: 1, calls: 1 }] },
  domain: 'sin(x) != 0',
  conventions: [{ when: (x) => x === 0, says: 'csc at 0 has the partial −∞, its limit, by convention.' }],
  samples: at(2, -0.5, 1e-100, 400.25, 3.14),
  plot,
}

const cot: Unary = {
  name: 'cot',
  title: 'cotangent',
  meaning: 'The cotangent of an angle in radians: cos(x)/sin(x).',
  group: 'trigonometric',
  symbol: 'cot',
  arity: 1,
  definition: 'cos(x)/sin(x)',
  value: (x) => 1 / Math.tan(x),
  // csc² x = 1 + cot² x
  partials: [(_x, v) => -(1 + v * v)],
  formulas: ['-csc(x)^2'],
  latex: applied('\\cot'),
  cost: { value: { divisions: 1, calls: 1 }, partials: [{ additions: 1, multiplications: 1 }] },
  domain: 'sin(x) != 0',
  conventions: [{ when: (x) => x === 0, says: 'cot at 0 has the partial −∞, its limit, by convention.' }],
  samples: at(2, -0.5, 1e-100, 400.25, 3.14),
  plot,
}

export const trigonometric: readonly Primitive[] = [sin, cos, tan, sec, csc, cot]
