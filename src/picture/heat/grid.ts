import type { Shape } from '../../primitives/shape.ts'

export interface Extent {
  readonly width: number
  readonly height: number
}

export interface HeatCell extends Extent {
  readonly x: number
  readonly y: number
}

/**
 * How an array is laid out as cells about (0, 0): a vector as a column, a matrix as it is written, matrices of a higher
 * rank side by side. Where there are too many entries for a cell each, a cell stands for a block of them.
 */
export interface HeatGrid extends Extent {
  readonly cells: readonly HeatCell[]
  /** By entry: the cell that shows it. */
  readonly cellOf: Uint16Array
  /** Around each matrix. */
  readonly frames: readonly HeatCell[]
  /** Entries of a block along each axis; null where each entry has a cell. */
  readonly block: Shape | null
}

/** Cells along an axis at most, and matrices side by side. */
const MOST_CELLS = 16
const MOST_TILES = 16
/** Of a cell, in px; longer than high, or the other way round, by this factor at most. */
const LARGEST_CELL = 23
const LONGEST_RATIO = 2.5
/** Between matrices, in px. */
const GAP = 5

/** An axis cut into blocks, so that there are not too many. */
interface Axis {
  readonly length: number
  readonly block: number
  readonly count: number
}

function axis(length: number, most: number): Axis {
  const block = Math.max(1, Math.ceil(length / Math.floor(most)))
  return { length, block, count: Math.ceil(length / block) }
}

const grids = new Map<string, HeatGrid>()

/** The grid of an array's shape in a room, or with cells of a size of their own; the same one each time. */
export function heatGridOf(shape: Shape, room: Extent, cell: Extent | null = null): HeatGrid {
  const key = `${shape} ${room.width} ${room.height} ${cell?.width}`
  const grid = grids.get(key) ?? laidOut(shape, room, cell)
  grids.set(key, grid)
  return grid
}

function laidOut(shape: Shape, room: Extent, cell: Extent | null): HeatGrid {
  const [rows, columns] = shape.length === 1 ? [shape[0], 1] : shape.slice(-2)
  const tiles = axis(
    shape.slice(0, -2).reduce((product, length) => product * length, 1),
    MOST_TILES,
  )
  const across = tiles.count <= 4 ? tiles.count : Math.ceil(Math.sqrt(tiles.count))
  const down = Math.ceil(tiles.count / across)
  const axes = [tiles, axis(rows, MOST_CELLS / down), axis(columns, MOST_CELLS / across)] as const
  return placed(axes, { across, down }, shape.length, room, cell)
}

function placed(
  [tiles, rows, columns]: readonly [Axis, Axis, Axis],
  { across, down }: { readonly across: number; readonly down: number },
  rank: number,
  room: Extent,
  sized: Extent | null,
): HeatGrid {
  const cell =
    sized ??
    cellIn(
      (room.width - GAP * (across - 1)) / (across * columns.count),
      (room.height - GAP * (down - 1)) / (down * rows.count),
    )
  const tile = { width: columns.count * cell.width, height: rows.count * cell.height }
  const [width, height] = [across * (tile.width + GAP) - GAP, down * (tile.height + GAP) - GAP]
  const frames = Array.from({ length: tiles.count }, (_, t) => ({
    x: (t % across) * (tile.width + GAP) - width / 2,
    y: Math.floor(t / across) * (tile.height + GAP) - height / 2,
    ...tile,
  }))
  const cells = frames.flatMap(({ x, y }) =>
    Array.from({ length: rows.count * columns.count }, (_, c) => ({
      x: x + (c % columns.count) * cell.width,
      y: y + Math.floor(c / columns.count) * cell.height,
      ...cell,
    })),
  )
  const axes = rank === 1 ? [rows] : rank === 2 ? [rows, columns] : [tiles, rows, columns]
  const block = axes.some((along) => along.block > 1) ? axes.map((along) => along.block) : null
  return { width, height, cells, frames, cellOf: cellsOf(tiles, rows, columns), block }
}

/** Square where it can be; longer one way where there is room. */
function cellIn(width: number, height: number): Extent {
  const [w, h] = [Math.min(width, LARGEST_CELL), Math.min(height, LARGEST_CELL)]
  return { width: Math.min(w, LONGEST_RATIO * h), height: Math.min(h, LONGEST_RATIO * w) }
}

function cellsOf(tiles: Axis, rows: Axis, columns: Axis): Uint16Array {
  const cells = new Uint16Array(tiles.length * rows.length * columns.length)
  let entry = 0
  for (let tile = 0; tile < tiles.length; tile++)
    for (let row = 0; row < rows.length; row++)
      for (let column = 0; column < columns.length; column++)
        cells[entry++] =
          (Math.floor(tile / tiles.block) * rows.count + Math.floor(row / rows.block)) * columns.count +
          Math.floor(column / columns.block)
  return cells
}
