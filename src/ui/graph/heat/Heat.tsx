import type { Grid } from '../../../picture/heat/grid.ts'
import { framePath, thicknessOf } from '../../../picture/heat/paths.ts'
import { LEVELS } from '../../../picture/heat/tiles.ts'

interface Props {
  readonly grid: Grid
  /** Where its middle stands, and how much smaller it is drawn. */
  readonly x?: number
  readonly y?: number
  readonly scale?: number
}

const levels = Array.from({ length: LEVELS }, (_, level) => level)

/** A heat map without its shades: those are painted into it. */
export function Heat({ grid, x = 0, y = 0, scale = 1 }: Props) {
  const { cell, bar } = thicknessOf(grid)
  return (
    <g className="cells" transform={`translate(${x} ${y}) scale(${scale})`}>
      <path className="cells-frame" d={framePath(grid)} />
      <path className="cells-ground" strokeWidth={cell} />
      {levels.map((level) => (
        <path key={level} className="cells-level" strokeWidth={cell} strokeOpacity={(level + 1) / LEVELS} />
      ))}
      <path className="cells-bar" strokeWidth={bar} />
      <path className="cells-bar" strokeWidth={bar} data-full="" />
      <path className="cells-cross" />
    </g>
  )
}
