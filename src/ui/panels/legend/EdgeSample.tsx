import type { Mode } from '../../../autodiff/pass.ts'
import { bezier } from '../../../layout/index.ts'
import { Edge } from '../../graph/svg/edge.tsx'
import { mark } from '../../graph/svg/elements.ts'
import { LegendSample } from './LegendSample.tsx'

interface Props {
  /** The mode whose pass has gone along it. */
  readonly mode?: Mode
  /** Whether a derivative can pass. */
  readonly live?: boolean
  readonly label?: string
}

const LONG = 76
const CURVE = bezier(
  [
    { x: 0, y: 0 },
    { x: LONG, y: 0 },
  ],
  'right',
)

/** An edge as the graph has it. */
export function EdgeSample({ mode, live = true, label }: Props) {
  const paint = (place: SVGGElement | null) => {
    const edge = place?.firstElementChild
    if (!edge) return
    mark(edge, 'data-live', live ? '' : null)
    if (mode) mark(edge, `data-${mode}`, 'done')
  }
  return (
    <LegendSample area={{ left: 0, top: label ? -16 : -6, right: LONG, bottom: 6 }}>
      <g ref={paint}>
        <Edge edge={0} curve={CURVE} modes={mode ? [mode] : []} direction="right" />
      </g>
      {label && (
        <text className="partial" x={LONG / 2} y={-6} fontSize={12}>
          {label}
        </text>
      )}
    </LegendSample>
  )
}
