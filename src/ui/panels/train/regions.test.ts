import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areas, filled, outlined } from '../../kit/chart/outline.ts'
import { leads } from './regions.ts'

const at = (predictions: readonly number[], width: number, threshold: number | null) =>
  leads(
    {
      kind: 'boundary',
      xs: new Float64Array(predictions.length / width),
      ys: new Float64Array(1),
      predictions: Float64Array.from(predictions),
      width,
      threshold,
      classes: new Uint8Array(predictions.length / width),
    },
    Math.max(2, width),
  ).map((field) => field[0])

const SEEDED = { seed: 11 }

describe('regions of classes', () => {
  it('meet where a score is 0 or a probability a half', () => {
    expect(at([0], 1, 0)).toEqual([0, 0])
    expect(at([0.5], 1, 0.5)).toEqual([0, 0])
    expect(at([-3], 1, 0.5)).toEqual([1, -1])
    expect(at([2], 1, 0)[1]).toBeGreaterThan(0)
  })

  it('belong to the largest score, more so where it leads by more', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: -20, max: 20 }), { minLength: 2, maxLength: 5 }), (scores) => {
        const lead = at(scores, scores.length, null)
        expect(lead.indexOf(Math.max(...lead))).toBe(scores.indexOf(Math.max(...scores)))
        expect(lead.filter((x) => x > 0).length).toBeLessThanOrEqual(1)
      }),
      SEEDED,
    )
  })

  it('take shares as they are', () => {
    expect(at([0.7, 0.2, 0.1], 3, null)[0]).toBeCloseTo(0.5, 12)
  })

  it('are nobody’s where the prediction is not a number', () => {
    expect(at([Number.NaN], 1, 0)).toEqual([-1, -1])
    expect(at([Number.NaN, 1], 2, null)).toEqual([-1, -1])
  })
})

describe('outlines on a grid', () => {
  const columns = Float64Array.from({ length: 16 }, (_, i) => (i % 4) - 1.5)
  const [area] = areas(4, 4, columns, [0])
  const same = (x: number) => x

  it('fill up to the border of the grid', () => {
    expect(filled(area, 4, 4, same, same)).toContain('L3,3')
  })

  it('draw the line between, and nothing along the border', () => {
    const drawn = [...outlined(area, 4, 4, same, same).matchAll(/L([\d.]+),([\d.]+)/g)].map(([, x]) => Number(x))
    expect(drawn.length).toBeGreaterThan(0)
    expect(new Set(drawn)).toEqual(new Set([1.5]))
  })
})
