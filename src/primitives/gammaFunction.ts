/**
 * The logarithm of the gamma function and its derivatives, to some units in the last place (measured: 1e-14 relative for
 * positive arguments; for negative ones near a zero of the function the error is absolute, since reflection cancels there).
 * Asymptotic series for large arguments, recurrence and reflection as in the Digital Library of Mathematical Functions
 * (dlmf.nist.gov, 5.5, 5.11, 5.15 and 25.11); for small ones Taylor series, whose coefficients are Hurwitz zeta functions.
 */

/** Bernoulli numbers B₂, B₄, …. */
const BERNOULLI = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510, 43867 / 798, -174611 / 330]

/** From here on the asymptotic series are exact to the last digits. */
const FAR = 10
/** Terms of a Taylor series whose ratio is below 0.4. */
const TERMS = 42

/** ζ(s, a) = Σ 1/(a + k)^s for whole s > 1 and a > 0, by Euler and Maclaurin: a sum as far as needed, and the rest as an integral with corrections. */
function zeta(s: number, a: number): number {
  let sum = 0
  let x = a
  for (; x < FAR + s; x++) sum += x ** -s
  let rest = x ** (1 - s) / (s - 1) + x ** -s / 2
  let factor = x ** -s / x
  for (const [j, bernoulli] of BERNOULLI.entries()) {
    // s(s + 1) … (s + 2j)/(2j + 2)! · x^(−s − 2j − 1)
    factor *= j === 0 ? s / 2 : ((s + 2 * j - 1) * (s + 2 * j)) / ((2 * j + 1) * (2 * j + 2)) / (x * x)
    rest += bernoulli * factor
  }
  return sum + rest
}

/** Σ cₖ zᵏ from k = 1 on. */
const powerSeries = (coefficients: readonly number[], z: number): number =>
  coefficients.reduceRight((sum, coefficient) => (sum + coefficient) * z, 0)

/** By k = 1, 2, …, made when they are first asked for. */
function lazily(coefficient: (k: number) => number): () => readonly number[] {
  let made: readonly number[] | null = null
  return () => {
    made ??= Array.from({ length: TERMS }, (_, i) => coefficient(i + 1))
    return made
  }
}

const sign = (k: number): number => (k % 2 === 0 ? 1 : -1)

/** 1 − γ, with Euler's constant γ. */
const ONE_LESS_EULER = 0.42278433509846713

/** log Γ(2 + z) = (1 − γ)z + Σ (−1)^k ζ(k, 2)/k · z^k */
const aroundTwo = lazily((k) => (k === 1 ? ONE_LESS_EULER : (sign(k) * zeta(k, 2)) / k))

const HALF_LOG_2PI = 0.9189385332046728

/** log|Γ(x)|; +∞ at its poles 0, −1, −2, …. */
export function lgamma(x: number): number {
  if (x <= 0) {
    if (Number.isInteger(x)) return Number.POSITIVE_INFINITY
    return Math.log(Math.PI / Math.abs(x * sinOfPi(x))) - lgamma(-x)
  }
  if (x < 0.5) return powerSeries(aroundTwo(), x) - Math.log1p(x) - Math.log(x)
  if (x < 1.5) return powerSeries(aroundTwo(), x - 1) - Math.log1p(x - 1)
  let product = 1
  let left = x
  for (; left > 2.5 && x < FAR; left--) product *= left - 1
  if (x < FAR) return powerSeries(aroundTwo(), left - 2) + Math.log(product)
  return (x - 0.5) * (Math.log(x) - 1) + (HALF_LOG_2PI - 0.5) + stirling(x)
}

/** Σ B₂ₖ/(2k(2k − 1)) · x^(1 − 2k) */
function stirling(x: number): number {
  const s = 1 / (x * x)
  return BERNOULLI.reduceRight((sum, b, i) => sum * s + b / ((2 * i + 2) * (2 * i + 1)), 0) / x
}

/** sin πx, whose digits a large x would lose in πx. */
function sinOfPi(x: number): number {
  return Math.sin(Math.PI * fromNearest(x)) * sign(Math.round(x))
}

/** How far x is from the nearest whole number. */
const fromNearest = (x: number): number => x - Math.round(x)

/** The zero of digamma, as the double next to it and the rest. */
const ZERO = 1.4616321449683622
const ZERO_REST = 9.549995429965697e-17

/** digamma(ZERO + z) = Σ (−1)^(k + 1) ζ(k + 1, ZERO) z^k */
const aroundZero = lazily((k) => -sign(k) * zeta(k + 1, ZERO))

/** The derivative of lgamma; −∞ at 0, the limit from the right, and NaN at −1, −2, …, where the limits differ. */
export function digamma(x: number): number {
  if (x === 0) return Number.NEGATIVE_INFINITY
  if (x < 0) {
    const rest = fromNearest(x)
    return rest === 0 ? Number.NaN : digamma(1 - x) - Math.PI / Math.tan(Math.PI * rest)
  }
  if (x < 1) return digamma(x + 1) - 1 / x
  let sum = 0
  let left = x
  for (; left > 2 && x < FAR; left--) sum += 1 / (left - 1)
  if (x < FAR) return powerSeries(aroundZero(), left - ZERO - ZERO_REST) + sum
  return Math.log(x) - 0.5 / x - harmonicRest(x)
}

/** Σ B₂ₖ/2k · x^(−2k) */
function harmonicRest(x: number): number {
  const s = 1 / (x * x)
  return BERNOULLI.reduceRight((sum, b, i) => (sum + b / (2 * i + 2)) * s, 0)
}

const HIGHEST_ORDER = 10_000

/** The derivative of digamma of the order n, which is a whole number from 0 on: (−1)^(n + 1) n! ζ(n + 1, x). */
export function polygamma(n: number, x: number): number {
  // Far beyond what the factorial can hold, the sums take time in proportion to n and give nothing.
  if (!Number.isInteger(n) || n < 0 || n > HIGHEST_ORDER || Number.isNaN(x)) return Number.NaN
  if (n === 0) return digamma(x)
  let factorial = 1
  for (let k = 2; k <= n && factorial < Number.POSITIVE_INFINITY; k++) factorial *= k
  return -sign(n) * factorial * zetaAnywhere(n + 1, x)
}

/** For negative a too: the terms on either side of 0 are two sums to infinity, less what is beyond a. */
function zetaAnywhere(s: number, a: number): number {
  if (a > 0) return zeta(s, a)
  if (Number.isInteger(a)) return a === 0 || s % 2 === 0 ? Number.POSITIVE_INFINITY : Number.NaN
  const below = Math.ceil(a) - a
  return zeta(s, 1 - below) + sign(s) * (zeta(s, below) - zeta(s, 1 - a))
}
