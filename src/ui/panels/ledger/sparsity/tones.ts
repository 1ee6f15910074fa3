import type { Sparsity } from '../../../../autodiff/sparse/pattern.ts'
import type { Mode, Primal } from '../../../../core.ts'
import { largestOf, shadeOf } from '../../../../picture/heat/shading.ts'
import { isSettled } from '../../../../trace/frame.ts'
import { type PassList, passes } from '../../../../trace/passes.ts'
import { modesOf, type Position, type Shown, stepOf, type Timeline } from '../../../../trace/position.ts'

/** Who has computed an entry. */
type By = Mode | 'both'

/** A number of the picture, at its row and column. */
export interface Tile {
  readonly row: number
  readonly column: number
  readonly value: number
  readonly by: By
}

/** The corner of the Jacobian that is drawn. */
export interface Corner {
  readonly rows: number
  readonly columns: number
}

interface Known {
  readonly primal: Primal
  readonly timeline: Timeline
  readonly position: Position
  readonly shown: Shown
}

/** The entries that are present and that a shown mode has computed: columns by forward mode, rows by reverse mode. */
export function jacobianTiles(
  { primal, timeline, position, shown }: Known,
  sparsity: Sparsity,
  corner: Corner,
): Tile[] {
  const { offset } = primal.graph
  const modes = modesOf(shown).filter((mode) => timeline[mode].of === 'units')
  const reached = modes.map((mode) => reachedBy(passes(primal, mode), position[mode], stepOf(position, mode)))
  const tiles: Tile[] = []
  for (const [row, present] of sparsity.present.slice(0, corner.rows).entries())
    for (const column of present) {
      if (column >= corner.columns) break
      const known = modes.flatMap((mode, i) => {
        const [seeded, read] = mode === 'forward' ? [column, sparsity.rows[row]] : [row, sparsity.columns[column]]
        const numbers = reached[i](seeded, read.node)
        return numbers ? [{ mode, value: numbers[offset[read.node] + read.entry] }] : []
      })
      if (known.length === 0) continue
      tiles.push({ row, column, value: known[0].value, by: known.length > 1 ? 'both' : known[0].mode })
    }
  return tiles
}

/** The numbers of a seed's pass, once it has come to a node. */
function reachedBy(list: PassList, at: number, step: number) {
  return (seed: number, node: number): Float64Array | null => {
    const index = seed + 1
    if (index > at) return null
    const pass = list.get(index)
    return index < at || isSettled({ pass, step, term: 0 }, node) ? pass.numbers : null
  }
}

const LEVELS = 8

/** SVG paths in units of entries: what is shaded, by mode and faintness; minus signs; what is no number. */
export interface Tones {
  readonly shades: readonly { readonly by: By; readonly level: number; readonly path: string }[]
  readonly minus: string
  readonly nan: string
}

export function tonesOf(tiles: readonly Tile[]): Tones {
  const largest = largestOf(tiles.map(({ value }) => value))
  const paths = new Map<string, { by: By; level: number; path: string }>()
  let [minus, nan] = ['', '']
  for (const { row, column, value, by } of tiles) {
    const level = Math.max(1, Math.ceil(shadeOf(value, largest) * LEVELS)) / LEVELS
    const key = `${by} ${level}`
    const shade = paths.get(key) ?? { by, level, path: '' }
    paths.set(key, { ...shade, path: `${shade.path}${square(column, row)}` })
    if (value < 0) minus += `M${column + 0.22} ${row + 0.4}h.56v.2h-.56z`
    if (Number.isNaN(value)) nan += `M${column + 0.2} ${row + 0.2}l.6 .6m0 -.6l-.6 .6`
  }
  return { shades: [...paths.values()], minus, nan }
}

const square = (column: number, row: number): string => `M${column + 0.04} ${row + 0.04}h.92v.92h-.92z`

/** A mark at each entry that can differ from 0 and is not yet computed. */
export function structurePath({ present }: Sparsity, { rows, columns }: Corner, tiles: readonly Tile[]): string {
  const computed = new Set(tiles.map((tile) => tile.row * columns + tile.column))
  let path = ''
  for (const [row, own] of present.slice(0, rows).entries())
    for (const column of own)
      if (column < columns && !computed.has(row * columns + column)) path += `M${column + 0.3} ${row + 0.3}h.4v.4h-.4z`
  return path
}
