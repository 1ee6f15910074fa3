import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstLimit, grownLimit, sliderStep, snapped } from './range.ts'

const finite = fc.double({ noNaN: true, noDefaultInfinity: true })

describe('the range of a slider', () => {
  it.each([
    [0, 5],
    [2, 5],
    [-5, 5],
    [5.1, 20],
    [-700, 2000],
    [0.001, 0.01],
    [Number.POSITIVE_INFINITY, 5],
    [Number.NaN, 5],
  ])('reaches around %d to ±%d', (value, limit) => {
    expect(firstLimit(value)).toBe(limit)
  })

  it('holds every finite value', () => {
    fc.assert(fc.property(finite, (value) => Math.abs(value) <= firstLimit(value)))
  })

  it('stays while the value moves inside', () => {
    expect(grownLimit(20, 0.001)).toBe(20)
    expect(grownLimit(5, -5)).toBe(5)
    expect(grownLimit(5, 6)).toBe(20)
  })

  it('snaps to values with few digits', () => {
    expect(snapped(0.30000000000000004, 5)).toBe(0.3)
    expect(snapped(1.23, 5)).toBe(1.2)
    expect(snapped(9, 5)).toBe(5)
    expect(sliderStep(5)).toBe(0.1)
  })

  it('never snaps to minus zero', () => {
    expect(Object.is(snapped(-0.01, 5), 0)).toBe(true)
  })
})
