import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Layout, LayoutMemory, Point } from './layout.ts'
import { movedOnto } from './moved.ts'

const point = fc.record({ x: fc.integer({ min: 0, max: 900 }), y: fc.integer({ min: 0, max: 900 }) })
const memory = (centres: readonly Point[]): LayoutMemory => ({
  ...{ direction: 'right', centres: new Map(centres.map((centre, id) => [id, centre])), trunks: new Map() },
})
const layoutAt = (centres: readonly Point[]): Layout => ({
  ...{ direction: 'right', width: 1000, height: 1000, layers: 1, fullest: 1, centres, routes: [centres] },
  memory: memory(centres),
})
const by = ({ x, y }: Point, off: Point): Point => ({ x: x + off.x, y: y + off.y })

test('what stood together elsewhere stands there, with its routes', () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 9 }), point, (centres, off) => {
      const there = centres.map((centre) => by(centre, off))
      const moved = movedOnto(layoutAt(centres), memory(there))
      expect(moved.centres).toEqual(there)
      expect(moved.routes).toEqual([there])
      expect([moved.width, moved.height]).toEqual([1000 + off.x, 1000 + off.y])
    }),
  )
})

test('what has nothing in common, or would go beyond the edge, stays', () => {
  const layout = layoutAt([{ x: 50, y: 50 }])
  expect(movedOnto(layout, memory([]))).toEqual(layout)
  expect(movedOnto(layout, memory([{ x: 10, y: 90 }])).centres).toEqual([{ x: 50, y: 90 }])
})
