import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeBeside } from './place.ts'

const glass = { offsetWidth: 120, offsetHeight: 60 }
const pane = { width: 400, height: 300 }

test('it stands right of the node and above it, where there is room', () => {
  expect(placeBeside({ x: 100, y: 200 }, glass, pane)).toEqual({ x: 116, y: 124 })
})

test('at the right border it stands left of the node', () => {
  const { x } = placeBeside({ x: 350, y: 200 }, glass, pane)
  expect(x + glass.offsetWidth).toBeLessThan(350)
})

test('it is inside the pane wherever the node is', () => {
  const anywhere = fc.integer({ min: -1000, max: 1000 })
  fc.assert(
    fc.property(anywhere, anywhere, (nodeX, nodeY) => {
      const { x, y } = placeBeside({ x: nodeX, y: nodeY }, glass, pane)
      expect(
        Math.min(x, y, pane.width - x - glass.offsetWidth, pane.height - y - glass.offsetHeight),
      ).toBeGreaterThanOrEqual(0)
    }),
  )
})
