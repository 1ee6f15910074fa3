import { oneCall } from './cost.ts'
import { applied, operatorName } from './latex.ts'
import type { Cost, Primitive, Unary } from './primitive.ts'
import { at } from './samples.ts'

const plot = [-3, 3] as const
const reciprocalOfCall: Cost = { divisions: 1, calls: 1 }

const atPole = (name: string) => [
  { when: (x: number) => x === 0, says: `${name} at 0 has the partial −∞, its limit, by convention.` },
]

const sinh: Unary = {
  name: 'sinh',
  title: 'hyperbolic sine',
  meaning: 'The hyperbolic sine: (exp(x) − exp(−x))/2.',
  group: 'hyperbolic',
  symbol: 'sinh',
  arity: 1,
  definition: '(exp(x) - exp(-x))/2',
  value: Math.sinh,
  partials: [(x) => Math.cosh(x)],
  formulas: ['cosh(x)'],
  latex: applied('\\sinh'),
  cost: { value: oneCall, partials: [oneCall] },
  samples: at(0.5, -2, 1e-100, 300, -30),
  plot,
}

const cosh: Unary = {
  name: 'cosh',
  title: 'hyperbolic cosine',
  meaning: 'The hyperbolic cosine: (exp(x) + exp(−x))/2.',
  group: 'hyperbolic',
  symbol: 'cosh',
  arity: 1,
  definition: '(exp(x) + exp(-x))/2',
  value: Math.cosh,
  partials: [(x) => Math.sinh(x)],
  formulas: ['sinh(x)'],
  latex: applied('\\cosh'),
  cost: { value: oneCall, partials: [oneCall] },
  samples: at(0.5, -2, 1e-6, 300, -30),
  plot,
}

export const tanh: Unary = {
  name: 'tanh',
  title: 'hyperbolic tangent',
  meaning: 'The hyperbolic tangent: sinh(x)/cosh(x), between −1 and 1.',
  group: 'hyperbolic',
  symbol: 'tanh',
  arity: 1,
  definition: '(exp(x) - exp(-x))/(exp(x) + exp(-x))',
  value: Math.tanh,
  // 1 − v² loses its digits where v is near ±1; sech² x = 4e/(1 + e)² with e = exp(−2|x|) keeps them.
  partials: [
    (x) => {
      const e = Math.exp(-2 * Math.abs(x))
      const sum = 1 + e
      return (4 * e) / (sum * sum)
    },
  ],
  formulas: ['sech(x)^2'],
  latex: applied('\\tanh'),
  cost: { value: oneCall, partials: [{ additions: 1, multiplications: 3, divisions: 1, calls: 1 }] },
  samples: at(0.5, -2, 1e-100, 30, -20),
  plot,
}

export const sech: Unary = {
  name: 'sech',
  title: 'hyperbolic secant',
  meaning: 'The hyperbolic secant: 1/cosh(x).',
  group: 'hyperbolic',
  symbol: 'sech',
  arity: 1,
  definition: '1/cosh(x)',
  value: (x) => 1 / Math.cosh(x),
  partials: [(x, v) => -v * Math.tanh(x)],
  formulas: ['-sech(x)*tanh(x)'],
  latex: operatorName('sech'),
  cost: { value: reciprocalOfCall, partials: [{ multiplications: 1, calls: 1 }] },
  samples: at(0.5, -2, 1e-6, 300, -30),
  plot,
}

const csch: Unary = {
  name: 'csch',
  title: 'hyperbolic cosecant',
  meaning: 'The hyperbolic cosecant: 1/sinh(x).',
  group: 'hyperbolic',
  symbol: 'csch',
  arity: 1,
  definition: '1/sinh(x)',
  value: (x) => 1 / Math.sinh(x),
  partials: [(x, v) => -v / Math.tanh(x)],
  formulas: ['-csch(x)*coth(x)'],
  latex: operatorName('csch'),
  cost: { value: reciprocalOfCall, partials: [{ divisions: 1, calls: 1 }] },
  domain: 'x != 0',
  conventions: atPole('csch'),
  samples: at(0.5, -2, 1e-100, 300, -30),
  plot,
}

const coth: Unary = {
  name: 'coth',
  title: 'hyperbolic cotangent',
  meaning: 'The hyperbolic cotangent: cosh(x)/sinh(x).',
  group: 'hyperbolic',
  symbol: 'coth',
  arity: 1,
  definition: 'cosh(x)/sinh(x)',
  value: (x) => 1 / Math.tanh(x),
  // csch² x, since 1 − v² loses its digits where v is near ±1.
  partials: [
    (x) => {
      const csch = 1 / Math.sinh(x)
      return -csch * csch
    },
  ],
  formulas: ['-csch(x)^2'],
  latex: applied('\\coth'),
  cost: { value: reciprocalOfCall, partials: [{ multiplications: 1, divisions: 1, calls: 1 }] },
  domain: 'x != 0',
  conventions: atPole('coth'),
  samples: at(0.5, -2, 1e-100, 20, -30),
  plot,
}

export const hyperbolic: readonly Primitive[] = [sinh, cosh, tanh, sech, csch, coth]
