import { line, scaleLinear } from 'd3'
import type { Question } from '../../../../methods/question.ts'
import type { SwellPoint } from '../../../../methods/swell.ts'
import { superscript } from '../../../../notation/numbers.ts'
import { hidesCounts } from '../../../../state/hiding.ts'
import { useGradual } from '../../../../state/store.ts'
import { Axes } from '../../../kit/chart/Axes.tsx'
import { type ChartArea, ChartFrame } from '../../../kit/chart/ChartFrame.tsx'
import { spaced } from '../../../kit/chart/spaced.ts'
import { countText } from '../../../kit/derivative/counts.ts'
import { Fold } from '../../../kit/fold/Fold.tsx'
import { HiddenPart } from '../../../kit/hidden/HiddenPart.tsx'
import { Scroller } from '../../../kit/scroller/Scroller.tsx'
import { exponentOf, SIZES, swellText } from './swelling.ts'
import { useSwell } from './useSymbolic.ts'

/** The sizes of the derivative as the program is composed with itself. */
export function Swell({ question }: { readonly question: Question }) {
  const points = useSwell(question)
  const isHidden = useGradual(hidesCounts)
  if (isHidden) return <HiddenPart what="Counts are" />
  if (!points) return null
  if (points.length < 2)
    return <p>The program is too large to be composed with itself here: its expression swells in one application.</p>
  return (
    <>
      <ChartFrame title="Expression swell" says={swellText(points)} height={13} margin={7} caption={CAPTION}>
        {(box) => <Chart box={box} points={points} />}
      </ChartFrame>
      <Fold name="swell" summary="All counts">
        <Counts points={points} />
      </Fold>
    </>
  )
}

/** Where an axis is short, it has heights between powers of ten as well. */
const powerOfTen = (exponent: number): string => (Number.isInteger(exponent) ? `10${superscript(exponent)}` : '')

const CAPTION = 'Operations of the derivative of f∘f∘…∘f, the program n times in a row.'

function Chart({ box, points }: { readonly box: ChartArea; readonly points: readonly SwellPoint[] }) {
  const most = Math.max(...points.flatMap((point) => SIZES.map(({ kind }) => exponentOf(point[kind]))), 1)
  const x = scaleLinear([1, points.length], [box.left + 0.4 * box.em, box.right - 0.4 * box.em])
  const y = scaleLinear([0, most * 1.04], [box.bottom, box.top])
  const last = points[points.length - 1]
  const ends = spaced(
    SIZES.map(({ kind }) => y(exponentOf(last[kind]))),
    1.25 * box.em,
    [box.top + 0.4 * box.em, box.bottom - 0.3 * box.em],
  )
  return (
    <>
      <Axes box={box} x={x} y={y} names={['n', '']} heightText={powerOfTen} />
      {SIZES.map(({ kind, name }, i) => (
        <g key={kind} className="methods-swell" data-kind={kind} aria-hidden>
          <path
            d={
              line<SwellPoint>(
                (point) => x(point.times),
                (point) => y(exponentOf(point[kind])),
              )(points) ?? ''
            }
          />
          <text x={box.right + 0.3 * box.em} y={ends[i]} dy="0.35em">
            {name}
          </text>
        </g>
      ))}
    </>
  )
}

function Counts({ points }: { readonly points: readonly SwellPoint[] }) {
  return (
    <Scroller className="methods-scroll">
      <table className="methods-table" aria-label="Expression swell">
        <thead>
          <tr>
            <th scope="col">times</th>
            {SIZES.map(({ kind, name }) => (
              <th key={kind} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.times}>
              <th scope="row">{point.times}</th>
              {SIZES.map(({ kind }) => (
                <td key={kind}>
                  <data value={String(point[kind])}>{countText(point[kind])}</data>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}
