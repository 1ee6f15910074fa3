import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Area } from '../layout/layout.ts'
import { calloutPlaces, type Wanted } from './callouts.ts'
import { overlaps } from './labels.ts'

const PANE = { width: 600, height: 400 }

const areas = fc
  .record({
    ...{ left: fc.nat(500), top: fc.nat(300), width: fc.integer({ min: 5, max: 90 }) },
    height: fc.integer({ min: 5, max: 90 }),
  })
  .map(({ left, top, width, height }): Area => ({ left, top, right: left + width, bottom: top + height }))
const wishes = fc.record({
  ...{ width: fc.integer({ min: 20, max: 200 }), height: fc.integer({ min: 15, max: 80 }) },
  targets: fc.array(areas, { minLength: 1, maxLength: 4 }),
})

it('covers nothing and no other caption, and stays in the pane', () => {
  fc.assert(
    fc.property(fc.array(wishes, { maxLength: 5 }), fc.array(areas, { maxLength: 12 }), (wanted, obstacles) => {
      const placed = calloutPlaces(wanted, obstacles, PANE).flatMap((callout) => (callout ? [callout.area] : []))
      for (const [i, area] of placed.entries()) {
        expect([...obstacles, ...placed.slice(0, i)].some((other) => overlaps(area, other))).toBe(false)
        expect(area.left >= 0 && area.top >= 0 && area.right <= PANE.width && area.bottom <= PANE.height).toBe(true)
      }
    }),
  )
})

const target: Area = { left: 280, top: 180, right: 320, bottom: 220 }
const wish: Wanted = { width: 100, height: 30, targets: [target] }

it('stands near what it names, with a line from border to border', () => {
  const [callout] = calloutPlaces([wish], [target], PANE)
  if (!callout) throw new Error('no place')
  const { from, to } = callout
  expect(Math.hypot(to.x - from.x, to.y - from.y)).toBeLessThan(20)
  expect(to.x === target.left || to.x === target.right || to.y === target.top || to.y === target.bottom).toBe(true)
})

it('has no place where there is no room beside the thing', () => {
  const wall: Area = { left: 60, top: 20, right: 540, bottom: 380 }
  expect(calloutPlaces([wish], [wall], PANE)).toEqual([null])
})
