import { asked } from '../../notation/asked.ts'
import type { Tensor } from '../../primitives/value.ts'
import { largestOf, shadeOf, standsOut } from './shading.ts'

/** A heat map as a picture: matrices of an array stand one below the other. */
export interface Tiles {
  readonly rows: number
  readonly columns: number
  /** Row by row. Where entries share a tile it has the one that stands out. */
  readonly numbers: Float64Array
}

/** The tiles of an array, with no more than `most` in a row or column. */
export function tilesOf({ shape, entries }: Tensor, most: number): Tiles {
  const width = shape.at(-1) ?? 1
  const height = entries.length / width
  const [rows, columns] = [Math.min(height, most), Math.min(width, most)]
  const numbers = new Float64Array(rows * columns)
  for (const [entry, x] of entries.entries()) {
    const row = Math.floor((Math.floor(entry / width) * rows) / height)
    const column = Math.floor(((entry % width) * columns) / width)
    const tile = row * columns + column
    if (standsOut(x, numbers[tile])) numbers[tile] = x
  }
  return { rows, columns, numbers }
}

/** Shades that can be told apart. */
export const LEVELS = 8

/** What is drawn, as SVG paths in units of tiles. */
export interface TilePaths {
  /** The tiles of each shade, faintest first. */
  readonly levels: readonly string[]
  /** Bars on negative tiles: on faint ones and on full ones. */
  readonly minus: { readonly faint: string; readonly full: string }
  /** Crosses on what is not a number. */
  readonly nan: string
}

export function tilePaths({ columns, numbers }: Tiles): TilePaths {
  const largest = largestOf(numbers)
  const levels: string[] = new Array(LEVELS).fill('')
  const minus = { faint: '', full: '' }
  let nan = ''
  for (const [tile, x] of numbers.entries()) {
    const [left, top] = [tile % columns, Math.floor(tile / columns)]
    const shade = shadeOf(x, largest)
    if (shade > 0) levels[Math.ceil(shade * LEVELS) - 1] += `M${left} ${top}h1v1h-1z`
    if (x < 0) minus[shade > 0.5 ? 'full' : 'faint'] += `M${left + 0.2} ${top + 0.4}h.6v.2h-.6z`
    if (Number.isNaN(x) && !asked.isOn) nan += `M${left + 0.2} ${top + 0.2}l.6 .6m0 -.6l-.6 .6`
  }
  return { levels, minus, nan }
}
