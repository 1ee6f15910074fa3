import { expect, it } from 'vitest'
import { rateAt, SLIDER, sliderAt } from './rate.ts'

it('the slider of the learning rate moves its power of ten, in two figures', () => {
  expect(rateAt(-1)).toBe(0.1)
  expect(rateAt(-2.7)).toBe(0.002)
  expect(sliderAt(0.01)).toBeCloseTo(-2, 12)
  expect(sliderAt(1e9)).toBe(SLIDER.max)
  expect(sliderAt(1e-300)).toBe(SLIDER.min)
})
