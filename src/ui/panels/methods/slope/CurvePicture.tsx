import { line, scaleLinear } from 'd3'
import type { SlopeCurve } from '../../../../methods/along.ts'
import { Axes } from '../../../kit/chart/Axes.tsx'
import { type ChartArea, ChartFrame } from '../../../kit/chart/ChartFrame.tsx'
import { curveText, heightsOf } from './slopeText.ts'

interface Props {
  readonly curve: SlopeCurve
  readonly input: string
  readonly output: string
}

/** An output along one input, with its tangent line at the point. */
export const CurvePicture = ({ curve, input, output }: Props) => (
  <ChartFrame title={`${output} along ${input}`} says={curveText(input, output, curve)} height={13}>
    {(box) => <Picture box={box} curve={curve} input={input} />}
  </ChartFrame>
)

function Picture({ box, curve: { xs, ys, tangent }, input }: Omit<Props, 'output'> & { readonly box: ChartArea }) {
  const { left, right, top, bottom, em } = box
  const x = scaleLinear([xs[0], xs[xs.length - 1]], [left, right])
  const y = scaleLinear(heightsOf(ys, tangent.y), [bottom, top])
  const path = line<number>(
    (_, i) => x(xs[i]),
    (value) => y(value),
  ).defined((value) => !Number.isNaN(value))
  const onTangent = (at: number) => tangent.y + tangent.slope * (at - tangent.x)
  const hasTangent = Number.isFinite(tangent.slope) && Number.isFinite(tangent.y)
  return (
    <>
      <Axes box={box} x={x} y={y} names={[input, '']} />
      <svg
        x={left}
        y={top}
        width={right - left}
        height={bottom - top}
        viewBox={`${left} ${top} ${right - left} ${bottom - top}`}
        overflow="hidden"
        aria-hidden
      >
        <path className="methods-curve" d={path([...ys]) ?? ''} />
        {hasTangent && (
          <line
            className="methods-tangent"
            {...{ x1: left, x2: right }}
            y1={within(y(onTangent(xs[0])))}
            y2={within(y(onTangent(xs[xs.length - 1])))}
          />
        )}
        {Number.isFinite(tangent.y) && (
          <circle className="methods-now" cx={x(tangent.x)} cy={y(tangent.y)} r={0.4 * em} />
        )}
      </svg>
    </>
  )
}

/** Huge coordinates cannot be drawn. */
const FAR = 1e6
const within = (place: number): number => Math.min(FAR, Math.max(-FAR, place))
