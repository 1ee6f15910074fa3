import type { Direction } from '../layout.ts'
import type { Cell } from './cell.ts'

/** Cells in rows and columns; several bands of rows, one beside the other, where that would be a thin strip. */
export interface CellGrid {
  readonly width: number
  readonly height: number
  /** By cell: its upper left corner. */
  readonly left: Float64Array
  readonly top: Float64Array
}

/** Room in px between cells, and between bands. */
const BETWEEN = 40
const BETWEEN_BANDS = 96
/** A block is at most so many times as high as wide, or as wide as high. */
const THINNEST = 8

/** How many cells stand in a row: as the array has its entries, or its rows; else as many as make a square. */
export function columnsFor(shape: readonly number[] | null, count: number, direction: Direction): number {
  const rank = shape?.length ?? 0
  const entries = shape?.reduce((product, extent) => product * extent, 1)
  const last = shape?.[rank - 1] ?? 1
  // A vector stands across the flow, as the neurons of a layer do.
  if (rank === 1 && count === entries) return direction === 'right' ? 1 : count
  if (rank > 1 && count === entries) return last
  if (rank > 1 && count * last === entries) return rank > 2 ? (shape?.[rank - 2] ?? 1) : 1
  return Math.ceil(Math.sqrt(count))
}

export function cellGridOf(cells: readonly Cell[], columns: number): CellGrid {
  const rows = Math.ceil(cells.length / columns)
  const { widths, heights } = extentsOf(cells, columns, rows)
  const [width, height] = [total(widths), total(heights)]
  const [down, across] = [bandsIn(height / width, rows), bandsIn(width / height, columns)]
  const tall = across === 1
  const [rowsEach, columnsEach] = [Math.ceil(rows / down), Math.ceil(columns / across)]
  const [bandsWidth, bandsHeight] = [bandExtent(widths, columnsEach), bandExtent(heights, rowsEach)]
  const left = new Float64Array(cells.length)
  const top = new Float64Array(cells.length)
  const [xs, ys] = [starts(widths, columnsEach), starts(heights, rowsEach)]
  cells.forEach((cell, i) => {
    const [row, column] = [Math.floor(i / columns), i % columns]
    const band = tall ? Math.floor(row / rowsEach) : Math.floor(column / columnsEach)
    left[i] = xs[column] + (tall ? band * (bandsWidth + BETWEEN_BANDS) : 0) + (widths[column] - cell.width) / 2
    top[i] = ys[row] + (tall ? 0 : band * (bandsHeight + BETWEEN_BANDS)) + (heights[row] - cell.height) / 2
  })
  const bands = (count: number, extent: number) => count * (extent + BETWEEN_BANDS) - BETWEEN_BANDS
  return {
    ...{ left, top },
    width: bands(tall ? down : 1, bandsWidth),
    height: bands(tall ? 1 : across, bandsHeight),
  }
}

function extentsOf(cells: readonly Cell[], columns: number, rows: number) {
  const widths = new Float64Array(columns)
  const heights = new Float64Array(rows)
  cells.forEach(({ width, height }, i) => {
    const [row, column] = [Math.floor(i / columns), i % columns]
    widths[column] = Math.max(widths[column], width)
    heights[row] = Math.max(heights[row], height)
  })
  return { widths, heights }
}

const total = (extents: Float64Array): number => extents.reduce((sum, extent) => sum + extent + BETWEEN, -BETWEEN)

const bandsIn = (ratio: number, most: number): number =>
  ratio <= THINNEST ? 1 : Math.min(most, Math.ceil(Math.sqrt(ratio / THINNEST)))

/** Where each row or column starts in its band. */
function starts(extents: Float64Array, each: number): Float64Array {
  const start = new Float64Array(extents.length)
  for (let i = 1; i < extents.length; i++) start[i] = i % each === 0 ? 0 : start[i - 1] + extents[i - 1] + BETWEEN
  return start
}

/** The extent of the largest band. */
function bandExtent(extents: Float64Array, each: number): number {
  const start = starts(extents, each)
  return start.reduce((most, begin, i) => Math.max(most, begin + extents[i]), 0)
}
