import { describe, expect, it } from 'vitest'
import { bezier } from './curve.ts'

describe('a curve', () => {
  it('leaves and arrives level, without overshooting its bends', () => {
    const points = bezier(
      [
        { x: 0, y: 0 },
        { x: 100, y: 40 },
        { x: 200, y: 100 },
      ],
      'right',
    )
    expect(points[1].y).toBe(0)
    expect(points[5].y).toBe(100)
    for (let i = 1; i < points.length; i++) expect(points[i].y).toBeGreaterThanOrEqual(points[i - 1].y)
  })

  it('is straight along a trunk', () => {
    const route = [
      { x: 0, y: 0 },
      { x: 50, y: 30 },
      { x: 150, y: 30 },
      { x: 200, y: 0 },
    ]
    expect(
      bezier(route, 'right')
        .slice(3, 7)
        .map(({ y }) => y),
    ).toEqual([30, 30, 30, 30])
  })

  it('leaves and arrives upright where the flow goes up', () => {
    const route = [
      { x: 10, y: 100 },
      { x: 60, y: 0 },
    ]
    const [, first, second] = bezier(route, 'up')
    expect([first.x, second.x]).toEqual([10, 60])
  })
})
