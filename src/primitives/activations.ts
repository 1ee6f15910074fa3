import { free, oneCall, oneMultiplication } from './cost.ts'
import { operatorName } from './latex.ts'
import { logistic } from './neural.ts'
import type { Binary, Primitive, Unary } from './primitive.ts'
import { at } from './samples.ts'

const elu: Unary = {
  name: 'elu',
  title: 'exponential linear unit',
  meaning: 'x where it is positive, and exp(x) − 1 elsewhere.',
  group: 'neural networks',
  symbol: 'elu',
  arity: 1,
  definition: 'where(x > 0, x, expm1(x))',
  value: (x) => (x > 0 ? x : Math.expm1(x)),
  partials: [(x) => (x > 0 ? 1 : Math.exp(x))],
  formulas: ['where(x > 0, 1, exp(x))'],
  latex: operatorName('elu'),
  cost: { value: oneCall, partials: [oneCall] },
  samples: at(0.5, -2, -1e-9, 1e-200, 300, -40),
  plot: [-4, 3],
}

/** G. Klambauer and others, “Self-normalizing neural networks”, NeurIPS 2017: the scale, and the scale times α. */
const SCALE = 1.0507009873554805
const SCALED_ALPHA = 1.7580993408473766

const selu: Unary = {
  name: 'selu',
  title: 'scaled exponential linear unit',
  meaning: `${SCALE} x where it is positive, and ${SCALED_ALPHA} (exp(x) − 1) elsewhere.`,
  group: 'neural networks',
  symbol: 'selu',
  arity: 1,
  definition: `where(x > 0, ${SCALE}*x, ${SCALED_ALPHA}*expm1(x))`,
  value: (x) => (x > 0 ? SCALE * x : SCALED_ALPHA * Math.expm1(x)),
  partials: [(x) => (x > 0 ? SCALE : SCALED_ALPHA * Math.exp(x))],
  formulas: [`where(x > 0, ${SCALE}, ${SCALED_ALPHA}*exp(x))`],
  latex: operatorName('selu'),
  cost: { value: { multiplications: 1, calls: 1 }, partials: [{ multiplications: 1, calls: 1 }] },
  conventions: [
    {
      when: (x) => x === 0,
      says: 'selu has a kink at 0; its partial there is the one from the left, about 1.758, by convention.',
      others: 'PyTorch and JAX 1.758, TensorFlow 1.051',
    },
  ],
  samples: at(0.5, -2, -1e-9, 1e-200, 300, -40),
  plot: [-4, 3],
}

const prelu: Binary = {
  name: 'prelu',
  title: 'parametric rectified linear unit',
  meaning: 'x where it is positive, and y times x elsewhere: leakyrelu with a slope of one’s own.',
  group: 'neural networks',
  symbol: 'prelu',
  arity: 2,
  definition: 'where(x > 0, x, y*x)',
  value: (x, y) => (x > 0 ? x : y * x),
  partials: [(x, y) => (x > 0 ? 1 : x <= 0 ? y : x), (x) => (x > 0 ? 0 : x)],
  formulas: ['where(x > 0, 1, y)', 'where(x > 0, 0, x)'],
  latex: operatorName('prelu'),
  cost: { value: oneMultiplication, partials: [free, free] },
  drops: (slot, [x]) => slot === 1 && x > 0,
  conventions: [
    {
      when: (x) => x === 0,
      says: 'prelu has a kink at 0; its partial by x there is the slope y, as from the left, by convention.',
      others: 'PyTorch y, JAX 1',
      slot: 0,
    },
  ],
  samples: [
    [3, 0.25],
    [-0.5, 0.1],
    [1e-200, 2],
    [-2e100, 0.01],
    [-7.25, -0.5],
  ],
  plot: [-3, 3],
}

/** Between two borders a line, which is flat beyond them and at them. */
const bounded = (
  words: Pick<Unary, 'name' | 'aliases' | 'title' | 'meaning' | 'symbol' | 'definition' | 'cost'>,
  { low, high, slope, value }: { low: number; high: number; slope: number; value: Unary['value'] },
  others?: string,
): Unary => ({
  ...words,
  group: 'neural networks',
  arity: 1,
  value,
  partials: [(x) => (x > low && x < high ? slope : Number.isNaN(x) ? x : 0)],
  formulas: [`where(x > ${low}, where(x < ${high}, ${slope === 1 ? '1' : '1/6'}, 0), 0)`],
  latex: operatorName(words.name),
  conventions: [
    {
      when: (x) => x === low || x === high,
      says: `${words.name} has kinks at ${low} and ${high}; its partial there is 0, by convention.`.replaceAll(
        '-',
        '−',
      ),
      others,
    },
  ],
  samples: at(0.5, -0.25, -1e150, 200, 0.75),
  plot: [low - 2, high + 2],
})

const hardtanh = bounded(
  {
    name: 'hardtanh',
    aliases: ['hard_tanh'],
    title: 'hard tanh',
    meaning: 'x between −1 and 1, and the nearer of the two elsewhere.',
    symbol: 'hardtanh',
    definition: 'clamp(x, -1, 1)',
    cost: { value: { calls: 2 }, partials: [free] },
  },
  { low: -1, high: 1, slope: 1, value: (x) => Math.min(Math.max(x, -1), 1) },
  'PyTorch 0, JAX 1',
)

const relu6 = bounded(
  {
    name: 'relu6',
    title: 'rectified linear unit up to 6',
    meaning: 'x between 0 and 6, and the nearer of the two elsewhere.',
    symbol: 'relu6',
    definition: 'clamp(x, 0, 6)',
    cost: { value: { calls: 2 }, partials: [free] },
  },
  { low: 0, high: 6, slope: 1, value: (x) => Math.min(Math.max(x, 0), 6) },
)

const hardsigmoid = bounded(
  {
    name: 'hardsigmoid',
    aliases: ['hard_sigmoid'],
    title: 'hard sigmoid',
    meaning: '(x + 3)/6 between −3 and 3, 0 below and 1 above.',
    symbol: 'hardsig',
    definition: 'clamp(x + 3, 0, 6)/6',
    cost: { value: { additions: 1, divisions: 1, calls: 2 }, partials: [free] },
  },
  { low: -3, high: 3, slope: 1 / 6, value: (x) => Math.min(Math.max(x + 3, 0), 6) / 6 },
)

const softsign: Unary = {
  name: 'softsign',
  aliases: ['soft_sign'],
  title: 'softsign',
  meaning: 'x/(1 + |x|), between −1 and 1.',
  group: 'neural networks',
  symbol: 'softsign',
  arity: 1,
  definition: 'x/(1 + abs(x))',
  value: (x) => (Math.abs(x) === Number.POSITIVE_INFINITY ? Math.sign(x) : x / (1 + Math.abs(x))),
  partials: [(x) => 1 / (1 + Math.abs(x)) ** 2],
  formulas: ['1/(1 + abs(x))^2'],
  latex: operatorName('softsign'),
  cost: {
    value: { additions: 1, divisions: 1 },
    partials: [{ additions: 1, divisions: 1, calls: 1 }],
  },
  samples: at(0.5, -2, 1e-9, 1e100, -40),
  plot: [-5, 5],
}

const logsigmoid: Unary = {
  name: 'logsigmoid',
  aliases: ['log_sigmoid'],
  title: 'logarithm of sigmoid',
  meaning: 'log(sigmoid(x)), without overflow and with all its digits.',
  group: 'neural networks',
  symbol: 'logσ',
  arity: 1,
  definition: 'log(sigmoid(x))',
  value: (x) => Math.min(x, 0) - Math.log1p(Math.exp(-Math.abs(x))),
  partials: [(x) => logistic(-x)],
  formulas: ['sigmoid(-x)'],
  latex: (x) => `\\log \\sigma\\left(${x}\\right)`,
  cost: {
    value: { additions: 1, calls: 3 },
    partials: [{ additions: 1, divisions: 1, calls: 1 }],
  },
  samples: at(0.5, -2, 1e-9, -1000, 40),
  plot: [-4, 4],
}

/** tanh(softplus(x)) and what it lacks to 1, both without a cancellation: (u² + 2u)/(u² + 2u + 2), with u = exp(x). */
function gate(x: number): { readonly open: number; readonly shut: number } {
  const u = Math.exp(-Math.abs(x))
  const [above, rest] = x < 0 ? [u * u + 2 * u, 2] : [1 + 2 * u, 2 * u * u]
  return { open: above / (above + rest), shut: rest / (above + rest) }
}

const mish: Unary = {
  name: 'mish',
  title: 'mish',
  meaning: 'x times tanh(softplus(x)).',
  group: 'neural networks',
  symbol: 'mish',
  arity: 1,
  definition: 'x*tanh(softplus(x))',
  value: (x) => x * gate(x).open,
  partials: [
    (x) => {
      const { open, shut } = gate(x)
      return open + x * shut * (1 + open) * logistic(x)
    },
  ],
  formulas: ['tanh(softplus(x)) + x*sech(softplus(x))^2*sigmoid(x)'],
  latex: operatorName('mish'),
  cost: {
    value: { additions: 3, multiplications: 4, divisions: 2, calls: 1 },
    partials: [{ additions: 6, multiplications: 6, divisions: 3, calls: 2 }],
  },
  samples: at(0.5, -3, 1e-9, 50, -20),
  plot: [-6, 4],
}

const SQRT_8_BY_PI = Math.sqrt(8 / Math.PI)
const CUBIC = 0.044715

/** 2·√(2/π)·(x + 0.044715x³) */
const bent = (x: number): number => SQRT_8_BY_PI * x * (1 + CUBIC * x * x)

const gelutanh: Unary = {
  name: 'gelutanh',
  aliases: ['gelu_tanh'],
  title: 'gelu by tanh',
  meaning: 'The approximation of gelu by tanh: 0.5*x*(1 + tanh(sqrt(2/pi)*(x + 0.044715*x^3))).',
  group: 'neural networks',
  symbol: 'gelutanh',
  arity: 1,
  definition: '0.5*x*(1 + tanh(sqrt(2/pi)*(x + 0.044715*x^3)))',
  value: (x) => x * logistic(bent(x)),
  partials: [
    (x) => {
      const share = logistic(bent(x))
      return share * (1 + x * logistic(-bent(x)) * SQRT_8_BY_PI * (1 + 3 * CUBIC * x * x))
    },
  ],
  formulas: [
    'sigmoid(sqrt(8/pi)*(x + 0.044715*x^3))*(1 + x*sigmoid(-sqrt(8/pi)*(x + 0.044715*x^3))*sqrt(8/pi)*(1 + 0.134145*x^2))',
  ],
  latex: operatorName('gelutanh'),
  cost: {
    value: { additions: 2, multiplications: 5, divisions: 1, calls: 1 },
    partials: [{ additions: 6, multiplications: 15, divisions: 2, calls: 2 }],
  },
  samples: at(0.5, -2, 1e-9, 8, -0.25),
  plot: [-4, 4],
}

/** The terms of its power series over cosh, which are all positive, where the difference would cancel. */
function shrunk(x: number): number {
  if (Math.abs(x) > 1) return x - Math.tanh(x)
  // Σ 2k/(2k + 1)! · x^(2k + 1): each term is the one before it by (2k + 2)/(2k(2k + 2)(2k + 3)) · x².
  let sum = 0
  for (let k = 10; k > 0; k--) sum = 1 + ((x * x) / (2 * k * (2 * k + 3))) * sum
  return ((x * x * x) / 3) * (sum / Math.cosh(x))
}

const tanhshrink: Unary = {
  name: 'tanhshrink',
  title: 'tanh shrinkage',
  meaning: 'x − tanh(x), with all its digits near 0.',
  group: 'neural networks',
  symbol: 'x−tanh',
  arity: 1,
  definition: 'x - tanh(x)',
  value: shrunk,
  partials: [(x) => Math.tanh(x) ** 2],
  formulas: ['tanh(x)^2'],
  latex: (x) => `\\left(${x} - \\tanh\\left(${x}\\right)\\right)`,
  cost: { value: { additions: 1, calls: 1 }, partials: [{ calls: 2 }] },
  samples: at(0.5, -2, 1e-9, 40, -0.9),
  plot: [-3, 3],
}

export const activations: readonly Primitive[] = [
  ...[elu, selu, prelu, hardtanh, relu6, hardsigmoid, softsign, logsigmoid, mish, gelutanh, tanhshrink],
]
