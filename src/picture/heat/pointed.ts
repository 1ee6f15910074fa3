import type { Point } from '../../layout/layout.ts'
import type { Anatomy, Cells } from '../figure.ts'
import { standsOut } from './shading.ts'

/** The tile of a node's heat maps that a place lies on, from the centre of the node; null beside them. */
export function tileAt({ cells, chips }: Pick<Anatomy, 'cells' | 'chips'>, place: Point): number | null {
  for (const picture of [cells, ...chips.map((chip) => chip.cells)]) {
    const tile = picture?.isHeat ? tileIn(picture, place) : -1
    if (tile >= 0) return tile
  }
  return null
}

const tileIn = ({ grid, scale, x, y }: Cells, place: Point): number =>
  grid.cells.findIndex((cell) => {
    const [right, down] = [(place.x - x) / scale - cell.x, (place.y - y) / scale - cell.y]
    return right >= 0 && right < cell.width && down >= 0 && down < cell.height
  })

/** The entry that a tile shows: of several the one that stands out. */
export function entryOf({ grid }: Pick<Cells, 'grid'>, tile: number, numbers: ArrayLike<number>): number {
  let shown = grid.cellOf.indexOf(tile)
  for (let entry = shown + 1; entry < numbers.length; entry++)
    if (grid.cellOf[entry] === tile && standsOut(numbers[entry], numbers[shown])) shown = entry
  return shown
}
