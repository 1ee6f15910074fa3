import { expect, it } from 'vitest'
import { namedShapes } from './shapes.ts'

it('the shapes that the chart names are of few inputs, of few outputs, and of as many of both', () => {
  expect(namedShapes.map(({ d, c }) => Math.sign(d - c))).toEqual([-1, 1, 0])
})
