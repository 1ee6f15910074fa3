import { memo } from 'react'
import { LEVELS, tilePaths, tilesOf } from '../../../picture/heat/tiles.ts'
import type { Tensor } from '../../../primitives/value.ts'
import './arrays.css'

interface Props {
  readonly tensor: Tensor
  /** Tiles in a row or column, at most. */
  readonly most: number
  /** The side of a tile, and the longest side of the picture, in em. */
  readonly tile: number
  readonly longest: { readonly width: number; readonly height: number }
}

/** A row alone would be too thin to see. */
const VECTOR_HEIGHT = 0.9

/** An array as a picture: shade is size, a bar is a minus. What it shows is said beside it. */
export const HeatMap = memo(function HeatMap({ tensor, most, tile, longest }: Props) {
  const tiles = tilesOf(tensor, most)
  const { levels, minus, nan } = tilePaths(tiles)
  const { rows, columns } = tiles
  const width = Math.min(longest.width, columns * tile)
  const height = Math.min(longest.height, rows === 1 ? VECTOR_HEIGHT : rows * tile)
  return (
    <svg
      className="heat-map"
      viewBox={`0 0 ${columns} ${rows}`}
      preserveAspectRatio="none"
      style={{ width: `${width}em`, height: `${height}em` }}
      aria-hidden
    >
      {levels.map((path, level) => path && <path key={path} d={path} fillOpacity={(level + 1) / LEVELS} />)}
      <path className="heat-minus-faint" d={minus.faint} />
      <path className="heat-minus-full" d={minus.full} />
      <path className="heat-nan" d={nan} />
    </svg>
  )
})
