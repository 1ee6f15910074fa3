import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sizeOf } from '../../primitives/shape.ts'
import { blockNote } from '../blockNote.ts'
import { heatGridOf } from './grid.ts'
import { heatPaths } from './paths.ts'
import { shadesOf } from './shades.ts'

const ROOM = { width: 62, height: 56 }
const shapes = fc
  .array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 })
  .filter((s) => sizeOf(s) < 20_000)
const count = (path: string) => path.split('M').length - 1

function drawn(numbers: readonly number[], present: readonly number[] | null = null) {
  const grid = heatGridOf([numbers.length], ROOM)
  return heatPaths(grid, shadesOf(grid, { numbers, present }))
}

describe('the grid of an array', () => {
  test('stands in its room, and no two of its cells share a place', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const { cells, width, height } = heatGridOf(shape, ROOM)
        expect(width).toBeLessThanOrEqual(ROOM.width + 1e-9)
        expect(height).toBeLessThanOrEqual(ROOM.height + 1e-9)
        expect(new Set(cells.map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`)).size).toBe(cells.length)
        for (const cell of cells) {
          expect(cell.x).toBeGreaterThanOrEqual(-width / 2 - 1e-9)
          expect(cell.y + cell.height).toBeLessThanOrEqual(height / 2 + 1e-9)
        }
      }),
      { seed: 1 },
    )
  })

  test('shows every entry, and has no empty cell', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const { cells, cellOf } = heatGridOf(shape, ROOM)
        expect(cellOf).toHaveLength(sizeOf(shape))
        expect(new Set(cellOf).size).toBe(cells.length)
        expect(cells.length).toBeLessThanOrEqual(256)
      }),
      { seed: 2 },
    )
  })

  test('is a column for a vector, and rows of columns for a matrix', () => {
    expect(new Set(heatGridOf([3], ROOM).cells.map(({ x }) => x)).size).toBe(1)
    const matrix = heatGridOf([2, 3], ROOM).cells
    expect(new Set(matrix.map(({ x }) => x)).size).toBe(3)
    expect(matrix[1].y).toBe(matrix[0].y)
    expect(matrix[3].x).toBe(matrix[0].x)
  })

  test('has a frame for each matrix of a higher rank, side by side', () => {
    const { frames } = heatGridOf([3, 2, 2], ROOM)
    expect(frames).toHaveLength(3)
    expect(frames[1].x).toBeGreaterThan(frames[0].x + frames[0].width)
  })

  test('says how many entries share a cell', () => {
    expect(heatGridOf([16, 16], ROOM).block).toBeNull()
    expect(heatGridOf([64, 17], ROOM).block).toEqual([4, 2])
    expect(heatGridOf([40], ROOM).block).toEqual([3])
    expect(
      blockNote({ cells: { grid: heatGridOf([64, 17], ROOM), scale: 1, size: 12, isHeat: true, x: 0, y: 0 } }),
    ).toBe('each cell shows the largest of 4×2 entries')
    expect(blockNote({ cells: null })).toBeNull()
  })
})

describe('the shades of a heat map', () => {
  test('are in proportion to the largest entry, whatever its sign', () => {
    const grid = heatGridOf([4], ROOM)
    expect([...shadesOf(grid, { numbers: [-4, 2, 0, 1], present: null }).shades]).toEqual([1, 0.5, 0, 0.25])
  })

  test('of a block are those of its largest entry, whatever its sign, and of NaN before all others', () => {
    const grid = heatGridOf([32], ROOM)
    const entries = Array.from({ length: 32 }, (_, i) => [1, -3, 0, 1.5, Number.NaN, 9][i] ?? 0)
    const { numbers, shades } = shadesOf(grid, { numbers: entries, present: null })
    expect([...numbers.slice(0, 4)]).toEqual([-3, 1.5, Number.NaN, 0])
    expect([...shades.slice(0, 4)]).toEqual([1, 0.5, 0, 0])
  })

  test('leave out what is absent: it is no 0', () => {
    const grid = heatGridOf([32], ROOM)
    const present = Array.from({ length: 32 }, (_, i) => (i === 1 ? 1 : 0))
    const { numbers, present: shown } = shadesOf(grid, { numbers: new Float64Array(32).fill(5), present })
    expect([numbers[0], shown[0], shown[1]]).toEqual([5, 1, 0])
  })
})

describe('the paths of a heat map', () => {
  test('put each cell into one shade at most, and on the ground', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 16 }), (numbers) => {
        const { ground, levels } = drawn(numbers)
        expect(count(ground)).toBe(numbers.length)
        expect(levels.reduce((sum, path) => sum + count(path), 0)).toBe(numbers.filter((x) => x !== 0).length)
      }),
      { seed: 3 },
    )
  })

  test('mark every negative cell with a bar, and no other', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 16 }), (numbers) => {
        const { faintBars, fullBars } = drawn(numbers)
        expect(count(faintBars) + count(fullBars)).toBe(numbers.filter((x) => x < 0).length)
      }),
      { seed: 4 },
    )
  })

  test('show a zero as bare ground, what is absent as nothing, and what is not a number as a cross', () => {
    expect(drawn([0])).toMatchObject({ faintBars: '', crosses: '' })
    expect(drawn([0]).levels.join('')).toBe('')
    expect(drawn([1, 2], [0, 0]).ground).toBe('')
    expect(count(drawn([Number.NaN, 1]).crosses)).toBe(1)
  })
})
