import type { ReactNode } from 'react'
import type { Area } from '../../../layout/layout.ts'
import { TEXT_SIZE } from '../../../picture/style.ts'

interface Props {
  readonly area: Area
  readonly children: ReactNode
}

/** Around a figure, in px: what stands out of it, and its strokes. */
const MARGIN = 5

/** A piece of the graph in the size in which it is read there. The words beside it say what it is. */
export function LegendSample({ area: { left, top, right, bottom }, children }: Props) {
  const [width, height] = [right - left + 2 * MARGIN, bottom - top + 2 * MARGIN]
  return (
    <svg
      className="drawing"
      viewBox={`${left - MARGIN} ${top - MARGIN} ${width} ${height}`}
      width={`${width / TEXT_SIZE.compact}em`}
      height={`${height / TEXT_SIZE.compact}em`}
      aria-hidden
    >
      {children}
    </svg>
  )
}
