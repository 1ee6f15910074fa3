import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeBeside } from './place.ts'

const magnifier = { offsetWidth: 120, offsetHeight: 60 }
const pane = { width: 400, height: 300 }

test('it stands right of the node and above it, where there is room', () => {
  expect(placeBeside({ x: 100, y: 200 }, magnifier, pane)).toEqual({ x: 116, y: 124 })
})

test('at the right border it stands left of the node', () => {
  const at = placeBeside({ x: 350, y: 200 }, magnifier, pane)
  expect(at && at.x + magnifier.offsetWidth).toBeLessThan(350)
})

test('it is inside the pane as long as the node is, and gone with it', () => {
  const anywhere = fc.integer({ min: -400, max: 800 })
  fc.assert(
    fc.property(anywhere, anywhere, (nodeX, nodeY) => {
      const at = placeBeside({ x: nodeX, y: nodeY }, magnifier, pane)
      const isInSight = nodeX >= 0 && nodeX <= pane.width && nodeY >= 0 && nodeY <= pane.height
      expect(at !== null).toBe(isInSight)
      if (!at) return
      const room = [at.x, at.y, pane.width - at.x - magnifier.offsetWidth, pane.height - at.y - magnifier.offsetHeight]
      expect(Math.min(...room)).toBeGreaterThanOrEqual(0)
    }),
  )
})
