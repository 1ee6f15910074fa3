import { describe, expect, it } from 'vitest'
import { errorRange } from './numerical/errorPicture.ts'
import { heightsOf } from './slope/slopeText.ts'
import { exponentOf } from './symbolic/swelling.ts'

describe('pictures', () => {
  it('have exponents of counts of any size', () => {
    expect(exponentOf(1000)).toBe(3)
    expect(exponentOf(0n)).toBe(0)
    expect(exponentOf(10n ** 700n)).toBeCloseTo(700, 12)
  })

  it('have heights where nothing is defined, and where nothing changes', () => {
    expect(heightsOf([Number.NaN], Number.NaN)).toEqual([0, 1])
    const [least, most] = heightsOf([2, 2], 2)
    expect(least).toBeLessThan(2)
    expect(most).toBeGreaterThan(2)
  })

  it('have errors from a power of ten to another, wherever those lie', () => {
    const at = (error: number) => ({ h: 1, derivative: 0, error })
    const [least, most] = errorRange([
      [at(0), at(1e-5)],
      [at(Number.NaN), at(Infinity)],
    ])
    expect(least).toBeLessThan(1e-17)
    expect(most).toBeGreaterThan(1e-5)
    expect(errorRange([[]]).every(Number.isFinite)).toBe(true)
  })
})
