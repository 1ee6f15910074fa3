import { all, type BigNumber, create } from 'mathjs'
import { rowIn } from './rowIn.ts'

const DIGITS = 64
const math = create(all, { number: 'BigNumber', precision: DIGITS })

/** The class of all these numbers; the configuration of mathjs as a whole would make its functions anew. */
const Numbers = math.bignumber(0).constructor as unknown as { config(settings: { precision: number }): void }

/** Computes with so many digits: fewer than 64 are proportionate where a test takes very many values. */
export function inDigits<T>(digits: number, compute: () => T): T {
  Numbers.config({ precision: digits })
  try {
    return compute()
  } finally {
    Numbers.config({ precision: DIGITS })
  }
}

/** The double itself, not the shortest decimal that reads back to it; a text is taken as written. */
export const big = (x: number | string): BigNumber =>
  math.bignumber(typeof x === 'number' && Number.isFinite(x) ? x.toPrecision(DIGITS + 6) : x)

const ZERO = big(0)
const ONE = big(1)
const TWO = big(2)
const PI = math.bignumber(math.pi)
const LEAK = big(0.01)

const truth = (holds: boolean): BigNumber => (holds ? ONE : ZERO)
const ofSign = (x: BigNumber, size: BigNumber): BigNumber => (x.isNegative() ? size.neg() : size)
const inverse = (x: BigNumber): BigNumber => ONE.div(x)
const exp = (x: BigNumber): BigNumber => x.exp()
const ln = (x: BigNumber): BigNumber => x.ln()

/** erf x = 2/√π · exp(−x²) · Σ 2ⁿ x²ⁿ⁺¹ / (1·3·…·(2n+1)): all terms have one sign. About 60 digits for |x| < 12. */
function erf(x: BigNumber): BigNumber {
  const square = x.times(x)
  if (square.gt(144)) return ofSign(x, ONE)
  let term = x
  let sum = x
  for (let odd = 3; !term.isZero() && term.abs().gt(sum.abs().times(1e-66)); odd += 2) {
    term = term.times(square).times(2).div(odd)
    sum = sum.plus(term)
  }
  return sum.times(2).div(PI.sqrt()).times(exp(square.neg()))
}

/** 1 − erf x; beyond 4 by the continued fraction exp(−x²)/√π · 1/(x + ½/(x + 1/(x + 3⁄2/(x + …)))), which cancels nothing. */
function erfc(x: BigNumber): BigNumber {
  if (x.lt(4)) return ONE.minus(erf(x))
  let below = x
  for (let k = 300; k > 0; k--) below = x.plus(big(k).div(2).div(below))
  return exp(x.times(x).neg()).div(PI.sqrt()).div(below)
}

const range = (count: number): number[] => [...Array(count).keys()]

/** B₀, B₁, …, B₆₀ from Σ C(n + 1, k) Bₖ = 0. */
function bernoulliNumbers(): BigNumber[] {
  const numbers = [ONE]
  for (let n = 1; n <= 60; n++) {
    let binomial = ONE
    let sum = ZERO
    for (let k = 0; k < n; k++) {
      sum = sum.plus(binomial.times(numbers[k]))
      binomial = binomial.times(n + 1 - k).div(k + 1)
    }
    numbers.push(sum.neg().div(n + 1))
  }
  return numbers
}

const BERNOULLI = bernoulliNumbers()
const evens = range(30).map((k) => 2 * k + 2)
/** So far up that the asymptotic series have 64 digits. */
const FAR = 60
/** x, x + 1, … as far as that; the last is the first beyond. */
const stepsUp = (x: BigNumber): BigNumber[] =>
  range(Math.max(0, Math.ceil(FAR - x.toNumber())) + 1).map((k) => x.plus(k))
const factorial = (n: number): BigNumber => range(n).reduce((product, k) => product.times(k + 1), ONE)

/** log|Γ(x)| by Stirling's series far up, and the recurrence down from there; for negative x too. */
function lgamma(x: BigNumber): BigNumber {
  const steps = stepsUp(x)
  const far = steps[steps.length - 1]
  const series = evens.map((k) => BERNOULLI[k].div(k * (k - 1)).div(far.pow(k - 1)))
  const top = far
    .minus(0.5)
    .times(ln(far))
    .minus(far)
    .plus(ln(PI.times(2)).div(2))
  const product = steps.slice(0, -1).reduce((product, step) => product.times(step), ONE)
  return top.plus(total(...series)).minus(ln(product.abs()))
}

function digamma(x: BigNumber): BigNumber {
  const steps = stepsUp(x)
  const far = steps[steps.length - 1]
  const series = evens.map((k) => BERNOULLI[k].div(k).div(far.pow(k)))
  const top = ln(far)
    .minus(ONE.div(far).div(2))
    .minus(total(...series))
  return steps.slice(0, -1).reduce((sum, step) => sum.minus(inverse(step)), top)
}

/** (−1)^(n + 1) n! Σ 1/(x + k)^(n + 1); the order is whole, whatever stands near it. */
function polygamma(order: BigNumber, x: BigNumber): BigNumber {
  const n = order.round().toNumber()
  if (n === 0) return digamma(x)
  const steps = stepsUp(x)
  const far = steps[steps.length - 1]
  const terms = steps.slice(0, -1).map((step) => factorial(n).div(step.pow(n + 1)))
  const rest = factorial(n - 1)
    .div(far.pow(n))
    .plus(
      factorial(n)
        .div(far.pow(n + 1))
        .div(2),
    )
  const series = evens.map((k) =>
    BERNOULLI[k]
      .times(factorial(k + n - 1))
      .div(factorial(k))
      .div(far.pow(k + n)),
  )
  return total(...terms, rest, ...series).times(n % 2 === 0 ? -1 : 1)
}

const sinc = (x: BigNumber): BigNumber => (x.isZero() ? ONE : x.times(PI).sin().div(x.times(PI)))

/** By differences of all pairs, without a mean. */
const variance = (xs: readonly BigNumber[], ddof: number): BigNumber =>
  total(...xs.flatMap((x) => xs.map((y) => x.minus(y).pow(2))))
    .div(2 * xs.length)
    .div(xs.length - ddof)

const elu = (x: BigNumber): BigNumber => (x.gt(0) ? x : exp(x).minus(1))
const SCALE = big('1.0507009873554804934193349852946')
const ALPHA = big('1.6732632423543772848170429916717')

function rint(x: BigNumber): BigNumber {
  const below = x.floor()
  const isTie = x.minus(below).eq(0.5)
  return isTie ? below.div(2).ceil().times(2) : x.plus(0.5).floor()
}

function gelutanh(x: BigNumber): BigNumber {
  const bent = TWO.div(PI)
    .sqrt()
    .times(x.plus(big('0.044715').times(x.pow(3))))
  return x.times(tanh(bent).plus(1)).div(2)
}

const hard = (x: BigNumber, low: number, high: number): BigNumber => smallest(largest(x, big(low)), big(high))

/** By one power in place of two; near 0, where that would cancel, as mathjs has it. */
const tanh = (x: BigNumber): BigNumber => (x.abs().lt(0.5) ? x.tanh() : ONE.minus(TWO.div(exp(x.times(2)).plus(1))))

const sigmoid = (x: BigNumber): BigNumber => inverse(ONE.plus(exp(x.neg())))
const logOfSum = (...xs: BigNumber[]): BigNumber => ln(xs.map(exp).reduce((a, b) => a.plus(b)))
const total = (...xs: BigNumber[]): BigNumber => xs.reduce((a, b) => a.plus(b))
const largest = (...xs: BigNumber[]): BigNumber => xs.reduce((a, b) => (b.gt(a) ? b : a))
const smallest = (...xs: BigNumber[]): BigNumber => xs.reduce((a, b) => (b.lt(a) ? b : a))

/** The angle of the point of height y and width x, by arctangents of at most 1. */
function angle(y: BigNumber, x: BigNumber): BigNumber {
  if (y.abs().gt(x.abs())) return ofSign(y, PI.div(2)).minus(x.div(y).atan())
  return x.isNegative() ? y.div(x).atan().plus(ofSign(y, PI)) : y.div(x).atan()
}

/** x^y by ln and exp, except for whole exponents, where x may be negative. */
const power = (x: BigNumber, y: BigNumber): BigNumber => (y.isInteger() ? x.pow(y) : exp(y.times(ln(x))))

/**
 * Each primitive by its name in the registry, at 64 digits. What the formula cancels is lost: log1p, expm1 and
 * softplus have 44 right digits where their value is 1e-20; a saturated tanh, sigmoid, erf or atan has few digits
 * left for its derivative, some 30 where that is 1e-20.
 */
export const oracle: Readonly<Record<string, (...operands: BigNumber[]) => BigNumber>> = {
  add: (x, y) => x.plus(y),
  sub: (x, y) => x.minus(y),
  mul: (x, y) => x.times(y),
  div: (x, y) => x.div(y),
  neg: (x) => x.neg(),
  pow: power,
  sqrt: (x) => x.sqrt(),
  cbrt: (x) => (x.isZero() ? x : ofSign(x, exp(ln(x.abs()).div(3)))),
  square: (x) => x.times(x),
  hypot: (x, y) => x.times(x).plus(y.times(y)).sqrt(),
  exp,
  exp2: (x) => exp(x.times(ln(TWO))),
  expm1: (x) => exp(x).minus(1),
  log: ln,
  log1p: (x) => ln(x.plus(1)),
  log2: (x) => ln(x).div(ln(TWO)),
  log10: (x) => ln(x).div(ln(big(10))),
  logsumexp: logOfSum,
  logaddexp: logOfSum,
  sin: (x) => x.sin(),
  cos: (x) => x.cos(),
  tan: (x) => x.sin().div(x.cos()),
  sec: (x) => inverse(x.cos()),
  csc: (x) => inverse(x.sin()),
  cot: (x) => x.cos().div(x.sin()),
  asin: (x) => x.div(ONE.minus(x.times(x)).sqrt()).atan(),
  acos: (x) => PI.div(2).minus(x.div(ONE.minus(x.times(x)).sqrt()).atan()),
  atan: (x) => x.atan(),
  asec: (x) => inverse(x).acos(),
  acsc: (x) => inverse(x).asin(),
  acot: (x) => inverse(x).atan(),
  atan2: angle,
  sinh: (x) => x.sinh(),
  cosh: (x) => x.cosh(),
  tanh,
  sech: (x) => inverse(x.cosh()),
  csch: (x) => inverse(x.sinh()),
  coth: (x) => inverse(x.tanh()),
  asinh: (x) => x.asinh(),
  acosh: (x) => x.acosh(),
  atanh: (x) => x.atanh(),
  asech: (x) => inverse(x).acosh(),
  acsch: (x) => inverse(x).asinh(),
  acoth: (x) => inverse(x).atanh(),
  abs: (x) => x.abs(),
  max: largest,
  min: smallest,
  clamp: (x, low, high) => smallest(largest(x, low), high),
  where: (condition, a, b) => (condition.isZero() ? b : a),
  floor: (x) => x.floor(),
  ceil: (x) => x.ceil(),
  round: (x) => ofSign(x, x.abs().plus(0.5).floor()),
  trunc: (x) => x.trunc(),
  sign: (x) => (x.isZero() ? ZERO : ofSign(x, ONE)),
  mod: (x, y) => x.minus(y.times(x.div(y).floor())),
  relu: (x) => (x.gt(0) ? x : ZERO),
  leakyrelu: (x) => (x.gt(0) ? x : x.times(LEAK)),
  sigmoid,
  softplus: (x) => ln(ONE.plus(exp(x))),
  silu: (x) => x.times(sigmoid(x)),
  gelu: (x) => x.times(erfc(x.neg().div(TWO.sqrt()))).div(2),
  erf,
  rsqrt: (x) => inverse(x.sqrt()),
  heaviside: (x, y) => (x.isZero() ? y : truth(x.gt(0))),
  rint,
  fmod: (x, y) => x.minus(y.times(x.div(y).trunc())),
  floordiv: (x, y) => x.div(y).floor(),
  erfc,
  lgamma,
  digamma,
  polygamma,
  sinc,
  logit: (x) => ln(x.div(ONE.minus(x))),
  xlogy: (x, y) => (x.isZero() ? ZERO : x.times(ln(y))),
  elu,
  selu: (x) => SCALE.times(x.gt(0) ? x : ALPHA.times(elu(x))),
  prelu: (x, y) => (x.gt(0) ? x : x.times(y)),
  hardtanh: (x) => hard(x, -1, 1),
  relu6: (x) => hard(x, 0, 6),
  hardsigmoid: (x) => hard(x.plus(3), 0, 6).div(6),
  softsign: (x) => x.div(x.abs().plus(1)),
  logsigmoid: (x) => ln(sigmoid(x)),
  mish: (x) => x.times(tanh(ln(exp(x).plus(1)))),
  gelutanh,
  tanhshrink: (x) => x.minus(tanh(x)),
  stop_gradient: (x) => x,
  sum: total,
  mean: (...xs) => total(...xs).div(xs.length),
  prod: (...xs) => xs.reduce((a, b) => a.times(b)),
  norm: (...xs) => total(...xs.map((x) => x.times(x))).sqrt(),
  norm1: (...xs) => total(...xs.map((x) => x.abs())),
  norminf: (...xs) => largest(...xs.map((x) => x.abs())),
  var: (...xs) => variance(xs, 0),
  std: (...xs) => variance(xs, 0).sqrt(),
  samplevar: (...xs) => variance(xs, 1),
  samplestd: (...xs) => variance(xs, 1).sqrt(),
  argmax: (...xs) => big(xs.findIndex((x) => x.eq(largest(...xs)))),
  argmin: (...xs) => big(xs.findIndex((x) => x.eq(smallest(...xs)))),
  any: (...xs) => truth(xs.some((x) => !x.isZero())),
  all: (...xs) => truth(!xs.some((x) => x.isZero())),
  count_nonzero: (...xs) => big(xs.filter((x) => !x.isZero()).length),
  less: (x, y) => truth(x.lt(y)),
  less_equal: (x, y) => truth(x.lte(y)),
  greater: (x, y) => truth(x.gt(y)),
  greater_equal: (x, y) => truth(x.gte(y)),
  equal: (x, y) => truth(x.eq(y)),
  not_equal: (x, y) => truth(!x.eq(y)),
}

/** The primitive of that name at 64 digits. */
export const oracleOf = (name: string): ((...operands: BigNumber[]) => BigNumber) =>
  rowIn(oracle, name, '64-digit oracle', 'verification/oracle.ts')

/**
 * ∂f/∂x at the slot, by central differences of sixth order. With the step 1e-7·|x| (1e-7 at 0) truncation leaves
 * about 1e-42 of f⁗‴·x⁷ and rounding 1e-57 of f/x: some 40 digits, as long as f varies on the scale of x or slower.
 * For an f that varies on a scale of its own give the step.
 */
export function differentiate(
  f: (...operands: BigNumber[]) => BigNumber,
  at: readonly BigNumber[],
  slot: number,
  step: BigNumber = at[slot].isZero() ? big('1e-7') : at[slot].abs().times('1e-7'),
): BigNumber {
  const beside = (steps: number): BigNumber => f(...at.map((x, i) => (i === slot ? x.plus(step.times(steps)) : x)))
  const across = (steps: number): BigNumber => beside(steps).minus(beside(-steps))
  // f′(x) = (45·Δ₁ − 9·Δ₂ + Δ₃)/(60 h) + O(h⁶), with Δₖ = f(x + k·h) − f(x − k·h)
  return across(1).times(45).minus(across(2).times(9)).plus(across(3)).div(step.times(60))
}
