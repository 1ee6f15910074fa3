import { expect, test } from 'vitest'
import { anatomyOf } from '../anatomy.ts'
import type { Cells, Drawn } from '../figure.ts'
import { DENSITIES } from '../style.ts'
import { entryOf, tileAt } from './pointed.ts'

const figure = (shape: readonly number[]): Drawn => ({
  ...{ kind: 'primitive', output: false, shape, symbol: '@', title: 'h', titleInFull: 'v₁  h' },
})

test.each(DENSITIES)('in %s, the middle of each tile is on that tile, in the figure and beside it', (density) => {
  for (const shape of [[6], [5, 7], [3, 2, 2]]) {
    const anatomy = anatomyOf(figure(shape), { density, direction: 'right', marks: ['forward', 'reverse'] })
    for (const cells of [anatomy.cells, ...anatomy.chips.map((chip) => chip.cells)] as Cells[])
      cells.grid.cells.forEach(({ x, y, width, height }, tile) => {
        const middle = {
          x: cells.x + cells.scale * (x + width / 2),
          y: cells.y + cells.scale * (y + height / 2),
        }
        expect(tileAt(anatomy, middle)).toBe(tile)
      })
    expect(tileAt(anatomy, { x: anatomy.half.x, y: 0 })).toBeNull()
  }
})

test('numbers are no tiles', () => {
  const anatomy = anatomyOf(figure([2, 2]), { density: 'full', direction: 'right', marks: [] })
  expect(tileAt(anatomy, { x: anatomy.cells?.x ?? 0, y: anatomy.cells?.y ?? 0 })).toBeNull()
})

test('of entries that share a tile, the one that stands out is meant', () => {
  const { cells } = anatomyOf(figure([32]), { density: 'full', direction: 'right', marks: [] })
  const numbers = Array.from({ length: 32 }, (_, entry) => (entry === 3 ? -5 : 1))
  expect(entryOf(cells as Cells, 0, numbers)).toBe(0)
  expect(entryOf(cells as Cells, 1, numbers)).toBe(3)
})
