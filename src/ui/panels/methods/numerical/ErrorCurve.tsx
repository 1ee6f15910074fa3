import { line, scaleLog } from 'd3'
import type { DifferenceAt, Scheme } from '../../../../methods/differences.ts'
import { type Differenced, type ErrorsAt, SCHEMES } from '../../../../methods/measured.ts'
import { LEAST_EXPONENT } from '../../../../state/choices/methods.ts'
import { Axes } from '../../../kit/chart/Axes.tsx'
import { type ChartArea, ChartFrame } from '../../../kit/chart/ChartFrame.tsx'
import { drawnError, errorRange, errorsSaid } from './errorPicture.ts'

interface Props {
  readonly steps: Readonly<Record<Scheme, Differenced>>
  readonly errors: Readonly<Record<Scheme, ErrorsAt>>
  /** Of the input: step sizes are measured by it. */
  readonly scale: number
}

/** The error of both schemes against the step size, measured, on log-log axes. */
export const ErrorCurve = (props: Props) => (
  <ChartFrame
    title="Error against h"
    says={errorsSaid(props.errors)}
    height={14}
    choice={<Legend />}
    caption="● the step h · ○ the best one measured · ┆ the best one in theory"
  >
    {(box) => <Chart box={box} {...props} />}
  </ChartFrame>
)

const Legend = () => (
  <span className="methods-legend" aria-hidden>
    {SCHEMES.map((scheme) => (
      <span key={scheme} data-scheme={scheme}>
        {scheme}
      </span>
    ))}
  </span>
)

function Chart({ box, steps, errors, scale }: Props & { readonly box: ChartArea }) {
  const { left, right, top, bottom, em } = box
  const x = scaleLog([scale * 10 ** LEAST_EXPONENT, scale], [left, right])
  const y = scaleLog(errorRange(SCHEMES.map((scheme) => errors[scheme].curve)), [bottom, top])
  // The words stand over the middle of the V.
  const valley = (x(errors.forward.theoretical) + x(errors.central.theoretical)) / 2 - em
  const path = line<DifferenceAt>(
    ({ h }) => x(h),
    (at) => y(drawnError(at)),
  ).defined(({ error }) => Number.isFinite(error))
  return (
    <>
      <Axes box={box} x={x} y={y} names={['h', '']} isLogLog />
      <g className="methods-side" aria-hidden>
        <text x={valley - 0.7 * em} y={top + 0.7 * em} textAnchor="end">
          ← rounding
        </text>
        <text x={valley + 0.7 * em} y={top + 0.7 * em}>
          truncation →
        </text>
      </g>
      {SCHEMES.map((scheme) => {
        const { curve, best, theoretical } = errors[scheme]
        return (
          <g key={scheme} className="methods-errors" data-scheme={scheme} aria-hidden>
            <line className="methods-theory" x1={x(theoretical)} x2={x(theoretical)} y1={top} y2={bottom} />
            <path d={path(curve) ?? ''} />
            <circle className="methods-best" cx={x(best.h)} cy={y(drawnError(best))} r={0.4 * em} />
            {Number.isFinite(steps[scheme].error) && (
              <circle className="methods-now" cx={x(steps[scheme].h)} cy={y(drawnError(steps[scheme]))} r={0.35 * em} />
            )}
          </g>
        )
      })}
    </>
  )
}
