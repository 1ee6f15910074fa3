import { memo } from '../../graph/memo.ts'
import { asked } from '../../notation/asked.ts'
import type { Extent, HeatCell, HeatGrid } from './grid.ts'
import type { Shades } from './shades.ts'
import { LEVELS } from './tiles.ts'

/**
 * A heat map as SVG paths: one for each shade, so that an array takes no more elements than it has shades. A cell is a
 * line as thick as the cell is high, which is the shortest way to write it.
 */
export interface HeatPaths {
  /** Under the cells that have a number, be it 0. */
  readonly ground: string
  /** By level, the faintest first. */
  readonly levels: readonly string[]
  /** Bars on negative cells, faint and full ones: no sign is told by colour alone. */
  readonly faintBars: string
  readonly fullBars: string
  /** Across what is not a number. */
  readonly crosses: string
}

/** The paths of one cell, whatever it shows. */
interface CellPaths {
  readonly full: string
  readonly bar: string
  readonly cross: string
}

/** Between cells relative to a cell, and in px at most. */
const GAP = 0.07
const WIDEST_GAP = 0.6
/** Half of a bar, relative to a cell. */
const BAR = { x: 0.3, y: 0.12 }
const CROSS = { x: 0.3, y: 0.3 }
/** From this shade on a bar is lighter than its cell. */
const FULL = 0.5

export function heatPaths(grid: HeatGrid, { numbers, shades, present }: Shades): HeatPaths {
  const cells = cellPaths(grid)
  const levels = new Array<string>(LEVELS).fill('')
  let [ground, faintBars, fullBars, crosses] = ['', '', '', '']
  for (let cell = 0; cell < cells.length; cell++) {
    if (!present[cell]) continue
    const { full, bar, cross } = cells[cell]
    ground += full
    if (shades[cell] > 0) levels[Math.ceil(shades[cell] * LEVELS) - 1] += full
    if (Number.isNaN(numbers[cell])) crosses += asked.isOn ? '' : cross
    else if (numbers[cell] < 0 && shades[cell] > FULL) fullBars += bar
    else if (numbers[cell] < 0) faintBars += bar
  }
  return { ground, levels, faintBars, fullBars, crosses }
}

/** Around each matrix of a grid. */
export const framePath = ({ frames }: HeatGrid): string => frames.map((frame) => outline(frame, -0.75)).join('')

const cellPaths = memo(({ cells }: HeatGrid): readonly CellPaths[] =>
  cells.map((cell) => ({ full: lineIn(cell, gapIn(cell)), bar: barIn(cell), cross: crossIn(cell) })),
)

export const gapIn = ({ width, height }: Extent): number => Math.min(WIDEST_GAP, GAP * Math.min(width, height))

/** How thick the lines of cells and of their bars are. */
export function thicknessOf({ cells }: HeatGrid): { cell: number; bar: number } {
  const { height } = cells[0]
  return { cell: at(height - 2 * gapIn(cells[0])), bar: at(2 * BAR.y * height) }
}

const at = (x: number) => Number(x.toFixed(2))

const lineIn = ({ x, y, width, height }: HeatCell, inset: number): string =>
  `M${at(x + inset)} ${at(y + height / 2)}h${at(width - 2 * inset)}`

function outline({ x, y, width, height }: HeatCell, inset: number): string {
  const [w, h] = [at(width - 2 * inset), at(height - 2 * inset)]
  return `M${at(x + inset)} ${at(y + inset)}h${w}v${h}h${-w}z`
}

/** The bar of a minus sign, in the middle of a cell. */
export const barBox = ({ x, y, width, height }: HeatCell): HeatCell => ({
  ...{ x: x + (0.5 - BAR.x) * width, y: y + (0.5 - BAR.y) * height },
  ...{ width: 2 * BAR.x * width, height: 2 * BAR.y * height },
})

const barIn = (cell: HeatCell): string => lineIn(barBox(cell), 0)

/** The box of a cross, in the middle of a cell. */
export const crossOf = ({ x, y, width, height }: HeatCell): HeatCell => ({
  ...{ x: x + (0.5 - CROSS.x) * width, y: y + (0.5 - CROSS.y) * height },
  ...{ width: 2 * CROSS.x * width, height: 2 * CROSS.y * height },
})

function crossIn(cell: HeatCell): string {
  const { x, y, width, height } = crossOf(cell)
  const [w, h] = [at(width), at(height)]
  return `M${at(x)} ${at(y)}l${w} ${h}m0 ${-h}l${-w} ${h}`
}
