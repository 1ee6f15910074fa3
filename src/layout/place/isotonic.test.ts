import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isotonic } from './isotonic.ts'

const item = fc.record({
  wish: fc.integer({ min: -100, max: 100 }),
  weight: fc.integer({ min: 1, max: 9 }),
  gap: fc.integer({ min: 0, max: 30 }),
})

/** Dykstra's projections onto one distance after another: slow, and of another kind. */
function byProjections(items: readonly { wish: number; weight: number; gap: number }[]): number[] {
  const y = items.map(({ wish }) => wish)
  const push = items.map(() => 0)
  for (let round = 0; round < 20_000; round++)
    for (let i = 1; i < items.length; i++) {
      const [a, b] = [1 / items[i - 1].weight, 1 / items[i].weight]
      y[i - 1] += push[i] * a
      y[i] -= push[i] * b
      push[i] = Math.max(0, (items[i].gap - (y[i] - y[i - 1])) / (a + b))
      y[i - 1] -= push[i] * a
      y[i] += push[i] * b
    }
  return y
}

it('keeps all distances at the least weighted square distance from the wishes', () => {
  fc.assert(
    fc.property(fc.array(item, { minLength: 1, maxLength: 6 }), (items) => {
      const places = Float64Array.from(items, ({ wish }) => wish)
      let sum = 0
      const shift = Float64Array.from(items, ({ gap }, i) => {
        sum += i === 0 ? 0 : gap
        return sum
      })
      isotonic(items.length)(
        places,
        Float64Array.from(items, ({ weight }) => weight),
        shift,
        items.length,
      )
      byProjections(items).forEach((place, i) => {
        expect(places[i]).toBeCloseTo(place, 3)
      })
    }),
    { numRuns: 40 },
  )
})
