import { describe, expect, it } from 'vitest'
import type { AxisIndex } from '../wiring.ts'
import { gatherPlaces } from './gathering.ts'

/** With NumPy: of the array that holds its own places, what a subscript gives, and its shape. */
const BY_NUMPY: readonly (readonly [number[], readonly AxisIndex[], number[], number[]])[] = [
  [[4], [{ places: [0, 2, 2, -1] }], [4], [0, 2, 2, 3]],
  [[3, 4], [{ places: [2, 0] }], [2, 4], [8, 9, 10, 11, 0, 1, 2, 3]],
  [[3, 4], [{ places: [0, 1, 2] }, { places: [3, 0, 1] }], [3], [3, 4, 9]],
  [
    [3, 4],
    [{ places: [[0], [2]] }, { places: [1, 3] }],
    [2, 2],
    [1, 3, 9, 11],
  ],
  [
    [2, 3, 4],
    [{ places: [0, 1] }, { start: null, stop: null, step: null }, { places: [2, 3] }],
    [2, 3],
    [2, 6, 10, 15, 19, 23],
  ],
  [
    [2, 3, 4],
    [{ at: 1 }, { start: null, stop: null, step: null }, { places: [2, 3] }],
    [2, 3],
    [14, 18, 22, 15, 19, 23],
  ],
  [
    [2, 3, 4],
    [{ start: null, stop: null, step: null }, { at: -1 }, { places: [3, 0] }],
    [2, 2],
    [11, 8, 23, 20],
  ],
  [
    [2, 3, 4],
    [{ start: null, stop: null, step: null }, { places: [[0, 2]] }],
    [2, 1, 2, 4],
    [0, 1, 2, 3, 8, 9, 10, 11, 12, 13, 14, 15, 20, 21, 22, 23],
  ],
  [
    [2, 3],
    [
      {
        mask: [
          [1, 0, 1],
          [0, 1, 0],
        ],
      },
    ],
    [3],
    [0, 2, 4],
  ],
  [[3, 4], [{ mask: [1, 0, 1] }], [2, 4], [0, 1, 2, 3, 8, 9, 10, 11]],
  [[3, 4], [{ mask: [1, 0, 1] }, { places: [1, 3] }], [2], [1, 11]],
  [
    [2, 3, 4],
    [{ ellipsis: true }, { places: [0, 0] }],
    [2, 3, 2],
    [0, 0, 4, 4, 8, 8, 12, 12, 16, 16, 20, 20],
  ],
  [
    [2, 3],
    [{ newaxis: true }, { start: null, stop: null, step: -1 }, { newaxis: true }],
    [1, 2, 1, 3],
    [3, 4, 5, 0, 1, 2],
  ],
  [
    [2, 3],
    [{ places: [0, 1] }, { newaxis: true }, { places: [2, 0] }],
    [2, 1],
    [2, 3],
  ],
  [
    [2, 2, 3],
    [
      { start: null, stop: null, step: null },
      {
        mask: [
          [1, 0, 0],
          [0, 1, 1],
        ],
      },
    ],
    [2, 3],
    [0, 4, 5, 6, 10, 11],
  ],
]

describe('a subscript', () => {
  it.each(BY_NUMPY)('of %j by %j takes what NumPy’s does', (shape, index, taken, places) => {
    expect(gatherPlaces(shape, index)).toEqual({ shape: taken, places })
  })

  it.each<[number[], readonly AxisIndex[], string]>([
    [[3], [{ places: [0, 3] }], 'axis 0 has the places 0 to 2, and 3 is not among them.'],
    [[3], [{ places: [0.5] }], 'places are whole numbers, and 0.5 is not.'],
    [[3], [{ places: [] }], 'an array of no places takes nothing.'],
    [[3], [{ mask: [0, 0, 0] }], 'the mask is False everywhere, so it takes nothing.'],
    [[3], [{ mask: [1, 0] }], 'a mask has the lengths of the axes that it takes, 3, and this one has 2.'],
    [
      [2, 3],
      [{ places: [0, 1] }, { places: [0, 1, 2] }],
      'the arrays of a subscript must fit each other, and these are 2 and 3.',
    ],
    [[2, 3], [{ at: 0 }, { at: 0 }, { places: [0] }], 'it has 2 axes, and the subscript names 3.'],
    [[2, 3], [{ ellipsis: true }, { ellipsis: true }], 'a subscript has at most one “...”.'],
    [[2, 3], [{ at: 0 }, { start: 3, stop: null, step: null }], '3: takes nothing of axis 1, whose length is 3.'],
  ])('of %j by %j is none: %s', (shape, index, why) => {
    expect(gatherPlaces(shape, index)).toBe(why)
  })
})
