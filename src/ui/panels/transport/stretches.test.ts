import { describe, expect, it } from 'vitest'
import { doneOf, stretchesOf } from './stretches.ts'

describe('the stretches of the scrubber', () => {
  it('hold the passes of an array each', () => {
    expect(stretchesOf([6, 3, 1], 48)).toEqual([
      { before: 0, passes: 6 },
      { before: 6, passes: 3 },
      { before: 9, passes: 1 },
    ])
  })

  it('end with the passes that may be counted', () => {
    expect(stretchesOf([6, 3, 1], 48, 7)).toEqual([
      { before: 0, passes: 6 },
      { before: 6, passes: 1 },
    ])
    expect(stretchesOf(new Array(100).fill(1), 48, 7)).toEqual([{ before: 0, passes: 7 }])
  })

  it('are one where there are more inputs than can be told apart', () => {
    expect(stretchesOf(new Array(100).fill(1), 48)).toEqual([{ before: 0, passes: 100 }])
  })

  it('fill one after the other', () => {
    const stretches = stretchesOf([4, 2], 48)
    expect(stretches.map((stretch) => doneOf(stretch, 1.5))).toEqual([0.375, 0])
    expect(stretches.map((stretch) => doneOf(stretch, 5))).toEqual([1, 0.5])
    expect(stretches.map((stretch) => doneOf(stretch, 9))).toEqual([1, 1])
  })
})
