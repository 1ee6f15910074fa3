import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spaced } from '../../kit/chart/spaced.ts'
import { finiteExtent, largestSize } from './series.ts'
import { apart, averaged, evenly, thinned } from './thinned.ts'

const heights = fc.array(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 500 })
const counted = (ys: readonly number[]) => ys.map((_, i) => i)

const SEEDED = { seed: 11 }

it('many items are shown evenly: in their order, none twice, the first among them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 60 }), (length, most) => {
      const shown = evenly([...Array(length).keys()], most)
      expect(shown).toHaveLength(Math.min(length, most))
      expect(shown.every((item, i) => i === 0 || item > shown[i - 1])).toBe(true)
      const gaps = shown.slice(1).map((item, i) => item - shown[i])
      if (gaps.length > 0) expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1)
      if (length > 0) expect(shown[0]).toBe(0)
    }),
    SEEDED,
  )
})

describe('a long history', () => {
  it('thinned keeps its order, its lowest and its highest point, and is short', () => {
    fc.assert(
      fc.property(heights, fc.integer({ min: 2, max: 60 }), (ys, most) => {
        const points = thinned(counted(ys), ys, most)
        expect(points.length).toBeLessThanOrEqual(Math.max(most, 2))
        expect(points.every(([x, y]) => ys[x] === y)).toBe(true)
        expect(points.every(([x], i) => i === 0 || x > points[i - 1][0])).toBe(true)
        expect(Math.min(...points.map(([, y]) => y))).toBe(Math.min(...ys))
        expect(Math.max(...points.map(([, y]) => y))).toBe(Math.max(...ys))
      }),
      SEEDED,
    )
  })

  it('averaged stays within its extent and ends with the last update', () => {
    fc.assert(
      fc.property(heights, fc.integer({ min: 1, max: 60 }), fc.boolean(), (ys, most, isLog) => {
        const points = averaged(counted(ys), ys, most, isLog)
        const slack = 1 + 1e-9
        expect(points.length).toBeLessThanOrEqual(most)
        expect(points[points.length - 1][0]).toBe(ys.length - 1)
        for (const [, y] of points) {
          expect(y).toBeGreaterThanOrEqual(Math.min(...ys) / slack)
          expect(y).toBeLessThanOrEqual(Math.max(...ys) * slack)
        }
      }),
      SEEDED,
    )
  })

  it('of magnitudes is averaged by their powers of ten', () => {
    expect(averaged([0, 1], [1, 100], 1, true)[0][1]).toBeCloseTo(10, 12)
    expect(averaged([0, 1], [1, 100], 1, false)).toEqual([[1, 50.5]])
  })

  it('has an extent without what is not finite or has no logarithm', () => {
    expect(finiteExtent([Float64Array.of(NaN, 2, Infinity), Float64Array.of(-1)])).toEqual([-1, 2])
    expect(finiteExtent([Float64Array.of(0, 2)], true)).toEqual([2, 2])
    expect(finiteExtent([Float64Array.of(NaN)])).toBeNull()
  })
})

describe('labels at the ends of lines', () => {
  it('keep their order and their distance within the picture', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 10 }), (wanted) => {
        const found = spaced(wanted, 10, [0, 100])
        const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b])
        for (const [k, i] of order.entries()) {
          expect(found[i]).toBeGreaterThanOrEqual(-1e-9)
          expect(found[i]).toBeLessThanOrEqual(100)
          if (k > 0) expect(found[i] - found[order[k - 1]]).toBeGreaterThanOrEqual(10 - 1e-9)
        }
      }),
      SEEDED,
    )
  })

  it('stay where they should be if there is room', () => {
    expect(spaced([40, 10, 80], 10, [0, 100])).toEqual([40, 10, 80])
  })
})

describe('places on a path', () => {
  it('are shown where they do not hide each other, the first always', () => {
    const path = [0, 1, 5, 6, 12, 12.5].map((x) => [x, 0] as const)
    expect(apart(path, 5).map(([x]) => x)).toEqual([0, 5, 12])
    expect(apart([], 5)).toEqual([])
  })
})

it('the largest height counts without its sign, and only if it is finite', () => {
  expect(largestSize(Float64Array.of(2, -30_000, Number.POSITIVE_INFINITY, Number.NaN))).toBe(30_000)
  expect(largestSize(Float64Array.of(0, Number.NaN))).toBeUndefined()
})
