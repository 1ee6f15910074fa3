import { useMemo } from 'react'
import type { Sparsity } from '../../../../autodiff/sparse/pattern.ts'
import type { Mode } from '../../../../core.ts'
import type { CompressedPattern } from '../../../../state/compression.ts'
import { SparsityGrid } from './SparsityGrid.tsx'
import type { Corner, Tile } from './tones.ts'

interface Props {
  readonly pattern: CompressedPattern
  readonly mode: Mode
  /** Of the Jacobian that it stands beside. */
  readonly corner: Corner
}

/** What the passes of the colours give, at the scale of the Jacobian beside it: a column for each (forward), or a row. */
export function CompressedGrid({ pattern, mode, corner }: Props) {
  const grid = useMemo(() => compressedGrid(pattern, mode, corner), [pattern, mode, corner])
  return (
    grid && (
      <SparsityGrid
        {...grid}
        scale={corner}
        says={`The compressed Jacobian, ${grid.corner.rows}×${grid.corner.columns}`}
      />
    )
  )
}

function compressedGrid({ sparsity, ...modes }: CompressedPattern, mode: Mode, { rows, columns }: Corner) {
  const { colouring, passes } = modes[mode]
  if (!passes) return null
  const colours = passes.numbers.length
  const corner = mode === 'forward' ? { rows, columns: colours } : { rows: colours, columns }
  const tiles = new Map<number, Tile>()
  for (const [row, present] of sparsity.present.entries())
    for (const column of present) {
      const colour = colouring.colourOf[mode === 'forward' ? column : row]
      const at = mode === 'forward' ? { row, column: colour } : { row: colour, column }
      if (at.row >= corner.rows || at.column >= corner.columns) continue
      const value = passes.numbers[colour][mode === 'forward' ? row : column]
      tiles.set(at.row * corner.columns + at.column, { ...at, value, by: mode })
    }
  const strip = { mode, colourOf: Int32Array.from({ length: colours }, (_, colour) => colour) }
  return { sparsity: NOTHING, corner, tiles: [...tiles.values()], strip }
}

const NOTHING: Sparsity = { rows: [], columns: [], present: [] }
