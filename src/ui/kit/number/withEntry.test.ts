import { expect, it } from 'vitest'
import { withEntry } from './withEntry.ts'

it('an entry changes, and the others and the shape stay', () => {
  const value = [
    [1, 2],
    [3, 4],
  ]
  expect(withEntry(value, 2, -7)).toEqual([
    [1, 2],
    [-7, 4],
  ])
  expect(value[1][0]).toBe(3)
  expect(withEntry([5], 0, 0.5)).toEqual([0.5])
})
