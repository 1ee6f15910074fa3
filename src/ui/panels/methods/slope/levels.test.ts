import { expect, it } from 'vitest'
import { levelsOf } from './levels.ts'

it('puts contours evenly apart', () => {
  const levels = levelsOf(Array.from({ length: 101 }, (_, i) => i))
  expect(levels.map(Math.round)).toEqual([5, 15, 25, 35, 45, 55, 65, 75, 85, 95])
})

it('keeps contours among most of the values where a pole is near', () => {
  const values = [...Array.from({ length: 100 }, (_, i) => i), 1e9, Number.NaN, Infinity]
  const levels = levelsOf(values)
  expect(levels).toHaveLength(10)
  expect(levels.at(-1)).toBeLessThan(100)
})

it('draws none where nothing changes or nothing is defined', () => {
  expect(levelsOf([2, 2, 2])).toEqual([])
  expect(levelsOf([Number.NaN])).toEqual([])
})
