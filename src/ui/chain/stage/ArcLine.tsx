import { memo } from 'react'
import type { Point } from '../../../layout/layout.ts'
import { pathOf } from '../../../picture/curve.ts'
import { drawHead } from '../../../picture/head.ts'
import { pathData } from '../../../picture/pen.ts'
import { type Arc, arcKey, type Plane, tipOf } from './plane.ts'

interface Props {
  readonly arc: Arc
  readonly plane: Plane
  readonly isLit: boolean
}

/** An edge and its number. */
export const ArcLine = memo(function ArcLine({ arc, plane, isLit }: Props) {
  const key = arcKey(arc)
  const curve = plane.curves.get(key) as readonly Point[]
  const { x, y } = plane.labels.get(key) as Point
  return (
    <g className="arc" data-arc={key} data-lit={isLit || undefined} aria-hidden>
      <path className="arc-line" d={pathOf(curve)} />
      <path className="arc-head" d={pathData((pen) => drawHead(pen, tipOf(plane, curve), plane.direction))} />
      <text className="arc-text" x={x.toFixed(1)} y={y.toFixed(1)} dy={5}>
        {arc.text}
      </text>
    </g>
  )
})
