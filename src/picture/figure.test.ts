import fc from 'fast-check'
import { expect, test } from 'vitest'
import { borderOf, centreIn, chipAt, chipExtent, type Drawn, nameAt, roomOf } from './figure.ts'

const figures = fc.record<Drawn>({
  kind: fc.constantFrom('input', 'param', 'primitive', 'module'),
  output: fc.boolean(),
  shape: fc.constantFrom([], [3], [2, 4], [16, 16]),
  chips: fc.constantFrom(1, 3),
})
const directions = fc.constantFrom('up', 'right')

/** From top to bottom: how far each part of the column of chips and name reaches. */
function column(figure: Drawn, direction: 'up' | 'right') {
  const { height } = chipExtent(figure)
  const chips = Array.from({ length: figure.chips ?? 1 }, (_, place) => chipAt(figure, 'reverse', direction, place))
  return chips.map(({ y }) => ({ top: y - height / 2, bottom: y + height / 2 }))
}

test('chips of a stack stand one below the other, and in the room of their node', () => {
  fc.assert(
    fc.property(figures, directions, (figure, direction) => {
      const stack = column(figure, direction)
      const { height } = roomOf(figure, direction)
      const middle = -centreIn(figure, direction).y
      for (let i = 1; i < stack.length; i++) expect(stack[i].top).toBeGreaterThan(stack[i - 1].bottom)
      const last = stack[stack.length - 1].bottom
      if (stack.length > 1) expect(last).toBeLessThanOrEqual(middle + height / 2 + 1e-9)
    }),
    { seed: 4 },
  )
})

test('chips never cover their node, nor its name', () => {
  fc.assert(
    fc.property(figures, directions, (figure, direction) => {
      const { x, y } = borderOf(figure)
      const [{ top }] = column(figure, direction)
      if (direction === 'right') expect(top).toBeGreaterThan(y)
      else expect(chipAt(figure, 'reverse', direction).x).toBeGreaterThan(x)
      if (figure.chips === 3) expect(nameAt(figure, 'reverse', direction).y).toBeLessThan(top)
    }),
    { seed: 4 },
  )
})
