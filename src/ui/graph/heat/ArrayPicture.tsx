import type { Point } from '../../../layout/layout.ts'
import type { Cells } from '../../../picture/figure.ts'
import { BASELINE } from '../../../picture/lettering.ts'
import { pathData } from '../../../picture/pen.ts'
import { drawBrackets, entrySlots, scaleAt } from '../../../picture/written.ts'

interface Props {
  readonly cells: Cells
  readonly shows: 'value' | 'tangent' | 'adjoint'
  /** Where the drawing has its origin, from the centre of the node. */
  readonly from?: Point
}

/** The entries of an array, in numbers or as a heat map, which are painted into it. */
export function ArrayPicture({ cells, shows, from = { x: 0, y: 0 } }: Props) {
  const { grid, scale, size, isHeat } = cells
  const text = { className: shows === 'value' ? 'value' : 'chip-text', 'data-shows': shows, fontSize: size }
  const [x, y] = [cells.x - from.x, cells.y - from.y]
  if (isHeat)
    return (
      <g className="heat" transform={`translate(${x} ${y})`}>
        <g className="cells" transform={`scale(${scale})`} />
        <text {...text} y={scaleAt(cells) + BASELINE * size} />
      </g>
    )
  return (
    <g className="entries" transform={`translate(${x} ${y})`}>
      <path className="brackets" d={pathData((pen) => drawBrackets(pen, grid, { x: 0, y: 0 }))} />
      {entrySlots(cells).map((slot) => (
        <text {...text} key={`${slot.x} ${slot.y}`} data-anchor="end" y={slot.y + BASELINE * size} />
      ))}
    </g>
  )
}
