import { describe, expect, it } from 'vitest'
import { digits } from '../../verification/fixtures/training.ts'
import { trainingRows } from './dataSet.ts'

/** As the description of the set has them. */
const COUNTS = [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]

/** The first sample of the set as it was published, a 0: counts of black points, row by row. */
const FIRST = [
  ...[0, 0, 5, 13, 9, 1, 0, 0],
  ...[0, 0, 13, 15, 10, 15, 5, 0],
  ...[0, 3, 15, 2, 0, 11, 8, 0],
  ...[0, 4, 12, 0, 0, 8, 8, 0],
  ...[0, 5, 8, 0, 0, 9, 8, 0],
  ...[0, 4, 11, 0, 1, 12, 7, 0],
  ...[0, 2, 14, 5, 10, 12, 0, 0],
  ...[0, 0, 6, 13, 10, 0, 0, 0],
]

const countOf = (digit: number, rows: ArrayLike<number>) =>
  Array.from(rows).filter((row) => digits.targets[row] === digit).length

describe('the digits', () => {
  it('are 1,797 pictures of 64 pixels from 0 to 1, so many of each class', () => {
    expect(digits.features).toHaveLength(1797)
    expect(COUNTS.map((_, digit) => countOf(digit, [...digits.targets.keys()]))).toEqual(COUNTS)
    for (const picture of digits.features) {
      expect(picture).toHaveLength(64)
      for (const pixel of picture) expect(pixel >= 0 && pixel <= 1).toBe(true)
    }
    expect(new Set(digits.features.flat()).size).toBe(17)
  })

  it('are those that were published', () => {
    expect(digits.features[0].map((pixel) => 16 * pixel)).toEqual(FIRST)
    expect(digits.targets[0]).toBe(0)
  })

  it('are split into rows to learn from and a fifth of each class that is held out, which share no sample', () => {
    const heldOut = digits.heldOut ?? []
    const learnt = trainingRows(digits)
    expect([...learnt, ...heldOut].sort((a, b) => a - b)).toEqual([...digits.targets.keys()])
    for (const [digit, count] of COUNTS.entries()) expect(countOf(digit, heldOut)).toBe(Math.floor(count / 5))
  })
})
