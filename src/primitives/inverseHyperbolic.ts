import { oneCall } from './cost.ts'
import { operatorName } from './latex.ts'
import type { Convention, Primitive, Unary } from './primitive.ts'
import { at } from './samples.ts'

/** What is taken at an end of the domain, where the partial is infinite. */
const atEnd = (name: string, where: string, partial: string, isEnd: (x: number) => boolean): Convention => ({
  when: isEnd,
  says: `${name} at ${where} has the partial ${partial}, its limit, by convention.`,
})

export const asinh: Unary = {
  name: 'asinh',
  aliases: ['arcsinh', 'arsinh'],
  title: 'inverse hyperbolic sine',
  meaning: 'The number whose hyperbolic sine is x.',
  group: 'inverse hyperbolic',
  symbol: 'asinh',
  arity: 1,
  value: Math.asinh,
  partials: [(x) => 1 / Math.hypot(1, x)],
  formulas: ['1/sqrt(1 + x^2)'],
  latex: operatorName('arsinh'),
  cost: { value: oneCall, partials: [{ divisions: 1, calls: 1 }] },
  samples: at(0.5, -2, 1e-100, 3e100, -1e-5),
  plot: [-4, 4],
}

const acosh: Unary = {
  name: 'acosh',
  aliases: ['arccosh', 'arcosh'],
  title: 'inverse hyperbolic cosine',
  meaning: 'The number, not negative, whose hyperbolic cosine is x.',
  group: 'inverse hyperbolic',
  symbol: 'acosh',
  arity: 1,
  value: Math.acosh,
  // Two roots: x² − 1 could overflow, and is positive below −1.
  partials: [(x) => 1 / (Math.sqrt(x - 1) * Math.sqrt(x + 1))],
  formulas: ['1/sqrt(x^2 - 1)'],
  latex: operatorName('arcosh'),
  cost: { value: oneCall, partials: [{ additions: 2, multiplications: 1, divisions: 1, calls: 2 }] },
  domain: 'x >= 1',
  conventions: [atEnd('acosh', '1', '+∞', (x) => x === 1)],
  samples: at(2, 1.0625, 40, 3e100, 7.5),
  plot: [1, 6],
}

const atanh: Unary = {
  name: 'atanh',
  aliases: ['arctanh', 'artanh'],
  title: 'inverse hyperbolic tangent',
  meaning: 'The number whose hyperbolic tangent is x.',
  group: 'inverse hyperbolic',
  symbol: 'atanh',
  arity: 1,
  value: Math.atanh,
  partials: [(x) => (Math.abs(x) > 1 ? Number.NaN : 1 / ((1 - x) * (1 + x)))],
  formulas: ['1/(1 - x^2)'],
  latex: operatorName('artanh'),
  cost: { value: oneCall, partials: [{ additions: 2, multiplications: 1, divisions: 1 }] },
  domain: 'abs(x) < 1',
  conventions: [atEnd('atanh', '±1', '+∞', (x) => Math.abs(x) === 1)],
  samples: at(0.5, -0.25, 1e-100, 0.97, -0.9),
  plot: [-0.99, 0.99],
}

const asech: Unary = {
  name: 'asech',
  aliases: ['arcsech', 'arsech'],
  title: 'inverse hyperbolic secant',
  meaning: 'The number, not negative, whose hyperbolic secant is x.',
  group: 'inverse hyperbolic',
  symbol: 'asech',
  arity: 1,
  // ln((1 + √(1 − x²))/x) as a sum of two terms that are not negative, so that nothing cancels near 1.
  value: (x) => Math.log1p(Math.sqrt((1 - x) * (1 + x))) - Math.log(x),
  partials: [(x) => (x < 0 ? Number.NaN : -1 / (Math.abs(x) * Math.sqrt((1 - x) * (1 + x))))],
  formulas: ['-1/(x*sqrt(1 - x^2))'],
  latex: operatorName('arsech'),
  cost: {
    value: { additions: 3, multiplications: 1, calls: 3 },
    partials: [{ additions: 2, multiplications: 2, divisions: 1, calls: 1 }],
  },
  domain: '(x > 0)*(x <= 1)',
  conventions: [atEnd('asech', '0 and 1', '−∞', (x) => x === 0 || x === 1)],
  samples: at(0.5, 0.01, 1e-100, 0.9, 0.97),
  plot: [0.02, 1],
}

const acsch: Unary = {
  name: 'acsch',
  aliases: ['arccsch', 'arcsch'],
  title: 'inverse hyperbolic cosecant',
  meaning: 'The number whose hyperbolic cosecant is x.',
  group: 'inverse hyperbolic',
  symbol: 'acsch',
  arity: 1,
  value: (x) => Math.asinh(1 / x),
  partials: [(x) => -1 / (Math.abs(x) * Math.hypot(1, x))],
  formulas: ['-1/(abs(x)*sqrt(1 + x^2))'],
  latex: operatorName('arcsch'),
  cost: { value: { divisions: 1, calls: 1 }, partials: [{ multiplications: 1, divisions: 1, calls: 1 }] },
  domain: 'x != 0',
  conventions: [atEnd('acsch', '0', '−∞', (x) => x === 0)],
  samples: at(0.5, -2, 1e-100, 3e100, -40),
  plot: [-4, 4],
}

const acoth: Unary = {
  name: 'acoth',
  aliases: ['arccoth', 'arcoth'],
  title: 'inverse hyperbolic cotangent',
  meaning: 'The number whose hyperbolic cotangent is x.',
  group: 'inverse hyperbolic',
  symbol: 'acoth',
  arity: 1,
  // ½ ln((x + 1)/(x − 1)) for x > 1, and odd; |x| − 1 is exact near the poles, where 1/x is not.
  value: (x) => Math.sign(x) * 0.5 * Math.log1p(2 / (Math.abs(x) - 1)),
  partials: [(x) => (Math.abs(x) < 1 ? Number.NaN : -1 / ((Math.abs(x) - 1) * (Math.abs(x) + 1)))],
  formulas: ['1/(1 - x^2)'],
  latex: operatorName('arcoth'),
  cost: {
    value: { additions: 1, multiplications: 1, divisions: 1, calls: 1 },
    partials: [{ additions: 2, multiplications: 1, divisions: 1 }],
  },
  domain: 'abs(x) > 1',
  conventions: [atEnd('acoth', '±1', '−∞', (x) => Math.abs(x) === 1)],
  samples: at(2, -1.5, 1.0625, 3e100, -40),
  plot: [1.02, 6],
}

export const inverseHyperbolic: readonly Primitive[] = [asinh, acosh, atanh, asech, acsch, acoth]
