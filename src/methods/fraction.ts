/** A number as it stands before a term: whole numbers keep their fraction, so that 1/3 does not become 0.333…. */
export interface Fraction {
  readonly top: number
  /** Whole and positive; 1 unless the top is whole. */
  readonly bottom: number
}

export const ZERO: Fraction = { top: 0, bottom: 1 }
export const ONE: Fraction = { top: 1, bottom: 1 }

export const isNumber = ({ top, bottom }: Fraction, x: number): boolean => top === x && bottom === 1

/** top/bottom in lowest terms; null where it is no finite number. */
export function fraction(top: number, bottom = 1): Fraction | null {
  if (!Number.isFinite(top) || !Number.isFinite(bottom) || bottom === 0) return null
  if (top === 0) return ZERO
  if (!Number.isSafeInteger(top) || !Number.isSafeInteger(bottom)) {
    const quotient = top / bottom
    return Number.isFinite(quotient) && quotient !== 0 ? { top: quotient, bottom: 1 } : null
  }
  const common = commonDivisor(Math.abs(top), Math.abs(bottom)) * Math.sign(bottom)
  return { top: top / common, bottom: bottom / common }
}

export const fractionSum = (a: Fraction, b: Fraction): Fraction | null =>
  fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)

export const productOf = (a: Fraction, b: Fraction): Fraction | null => fraction(a.top * b.top, a.bottom * b.bottom)

export const quotientOf = (a: Fraction, b: Fraction): Fraction | null => fraction(a.top * b.bottom, a.bottom * b.top)

/** Of whole exponents from 0 on. */
export const powerOf = ({ top, bottom }: Fraction, exponent: number): Fraction | null =>
  fraction(top ** exponent, bottom ** exponent)

export const negated = ({ top, bottom }: Fraction): Fraction => ({ top: -top, bottom })

/** Euclid's algorithm. */
function commonDivisor(a: number, b: number): number {
  let [x, y] = [a, b]
  while (y !== 0) [x, y] = [y, x % y]
  return x
}
