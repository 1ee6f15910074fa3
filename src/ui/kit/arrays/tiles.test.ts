import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { largestOf, shadeOf } from '../../../picture/heat/shading.ts'
import { tilePaths, tilesOf } from '../../../picture/heat/tiles.ts'
import { tensorOf, type Value } from '../../../primitives/value.ts'
import { slicesOf } from './slices.ts'

const tiles = (value: Value, most = 64) => {
  const tensor = tensorOf(value)
  if (!tensor) throw new Error('ragged')
  return tilesOf(tensor, most)
}

describe('the shade of an entry', () => {
  it('goes by size alone, the largest in full', () => {
    expect(largestOf([-4, 2, 0])).toBe(4)
    expect([-4, 2, 0].map((x) => shadeOf(x, 4))).toEqual([1, 0.5, 0])
  })

  it('is full for infinity, which does not make the others faint, and none for NaN', () => {
    const entries = [Number.NEGATIVE_INFINITY, 3, Number.NaN]
    expect(entries.map((x) => shadeOf(x, largestOf(entries)))).toEqual([1, 1, 0])
  })

  it('lies between 0 and 1 whatever the numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.double(), { minLength: 1 }), (entries) => {
        const largest = largestOf(entries)
        for (const x of entries) {
          expect(shadeOf(x, largest)).toBeGreaterThanOrEqual(0)
          expect(shadeOf(x, largest)).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})

describe('the tiles of a heat map', () => {
  it('are the entries where there is room', () => {
    expect(
      tiles([
        [1, -2, 3],
        [4, 5, 6],
      ]),
    ).toEqual({ rows: 2, columns: 3, numbers: Float64Array.of(1, -2, 3, 4, 5, 6) })
  })

  it('show the largest of the entries that share one, with its sign', () => {
    expect([
      ...tiles(
        [
          [1, -2, 3, 0],
          [4, 1, -1, 0.5],
        ],
        2,
      ).numbers,
    ]).toEqual([-2, 3, 4, -1])
    expect([...tiles([1, Number.NaN, 3, 7], 2).numbers]).toEqual([Number.NaN, 7])
  })

  it('stand one matrix below the other for arrays of more axes', () => {
    expect(tiles([[[1, 2]], [[3, 4]]])).toMatchObject({ rows: 2, columns: 2 })
  })

  it('mark the sign by a bar, and what is not a number by a cross', () => {
    const { levels, minus, nan } = tilePaths(tiles([[1, -1, 0, -0.1, Number.NaN]]))
    expect(levels.at(-1)).toBe('M0 0h1v1h-1zM1 0h1v1h-1z')
    expect([minus.full, minus.faint, nan].map((path) => path.slice(0, 4))).toEqual(['M1.2', 'M3.2', 'M4.2'])
  })
})

describe('the matrices that an array is shown as', () => {
  it('are one row or one column for a vector', () => {
    expect(slicesOf([3])).toEqual([{ place: '', rows: 1, columns: 3, first: 0 }])
    expect(slicesOf([3], true)).toEqual([{ place: '', rows: 3, columns: 1, first: 0 }])
  })

  it('have a caption each where there are more than two axes', () => {
    expect(slicesOf([2, 2, 3]).map(({ place, first }) => [place, first])).toEqual([
      ['[0, :, :]', 0],
      ['[1, :, :]', 6],
    ])
  })
})
