import { scaleLinear } from 'd3'
import type { Field } from '../../../../methods/along.ts'
import { Axes } from '../../../kit/chart/Axes.tsx'
import { type ChartArea, ChartFrame } from '../../../kit/chart/ChartFrame.tsx'
import { areas, filled, outlined } from '../../../kit/chart/outline.ts'
import { levelsOf } from './levels.ts'
import { fieldText } from './slopeText.ts'

interface Props {
  readonly field: Field
  readonly inputs: readonly [string, string]
  readonly output: string
}

/** An output along two inputs: its contours, and the gradient across them. */
export const FieldPicture = ({ field, inputs, output }: Props) => (
  <ChartFrame
    title={`${output} along ${inputs[0]} and ${inputs[1]}`}
    says={fieldText(inputs, output, field)}
    height={19}
    isNamed
    isSquare
  >
    {(box) => <Picture box={box} field={field} inputs={inputs} />}
  </ChartFrame>
)

const ends = (axis: readonly number[]): [number, number] => [axis[0], axis[axis.length - 1]]

function Picture({ box, field, inputs }: Omit<Props, 'output'> & { readonly box: ChartArea }) {
  const { left, right, top, bottom } = box
  const { xs, ys } = field
  const x = scaleLinear(ends(xs), [left, right])
  const y = scaleLinear(ends(ys), [bottom, top])
  return (
    <>
      <Contours box={box} field={field} />
      <Axes box={box} x={x} y={y} names={[...inputs]} isOverShading />
      <Gradient box={box} field={field} x={x} y={y} />
    </>
  )
}

function Contours({
  box: { left, right, top, bottom },
  field: { xs, ys, values },
}: {
  readonly box: ChartArea
  readonly field: Field
}) {
  const across = scaleLinear([0, xs.length - 1], [left, right])
  const up = scaleLinear([0, ys.length - 1], [bottom, top])
  const levels = levelsOf(values)
  if (levels.length === 0) return null
  // Where the output is not defined it is drawn as lower than all else.
  const bounded = values.map((value) => (Number.isFinite(value) ? value : levels[0] - 1))
  return areas(xs.length, ys.length, bounded, levels).map((area) => (
    <g key={area.value} aria-hidden>
      <path className="chart-height" d={filled(area, xs.length, ys.length, across, up)} />
      <path className="chart-contour" d={outlined(area, xs.length, ys.length, across, up)} />
    </g>
  ))
}

interface GradientProps {
  readonly box: ChartArea
  readonly field: Field
  readonly x: (value: number) => number
  readonly y: (value: number) => number
}

/** As long as a part of the picture: its direction is that of the gradient on the screen’s own scales. */
function Gradient({ box: { em }, field: { at, gradient }, x, y }: GradientProps) {
  const [cx, cy] = [x(at[0]), y(at[1])]
  const [dx, dy] = [x(at[0] + gradient[0]) - cx, y(at[1] + gradient[1]) - cy]
  const length = Math.hypot(dx, dy)
  const hasArrow = Number.isFinite(length) && length > 0
  const [ux, uy] = [(dx / length) * 3.2 * em, (dy / length) * 3.2 * em]
  return (
    <g aria-hidden>
      {hasArrow && <path className="methods-gradient" d={arrow(cx, cy, ux, uy, 0.5 * em)} />}
      <circle className="methods-now" cx={cx} cy={cy} r={0.4 * em} />
    </g>
  )
}

function arrow(cx: number, cy: number, ux: number, uy: number, head: number): string {
  const [tx, ty] = [cx + ux, cy + uy]
  const angle = Math.atan2(uy, ux)
  const wing = (turn: number) => `${tx - head * Math.cos(angle + turn)},${ty - head * Math.sin(angle + turn)}`
  return `M${cx},${cy}L${tx},${ty}M${wing(0.5)}L${tx},${ty}L${wing(-0.5)}`
}
