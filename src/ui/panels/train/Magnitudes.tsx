import { line, scaleLinear, scaleLog } from 'd3'
import { displayName } from '../../../notation/names.ts'
import { exact, short } from '../../../notation/numbers.ts'
import { useTraining } from '../../../state/training.ts'
import { Axes } from '../../kit/chart/Axes.tsx'
import { type ChartArea, ChartFrame } from '../../kit/chart/ChartFrame.tsx'
import { spaced } from '../../kit/chart/spaced.ts'
import { finiteExtent, upToNow } from './series.ts'
import { averaged, type ChartPoint } from './thinned.ts'
import { gradientVerdict, type Magnitude } from './words.ts'

/** Points of a line: means, so that lines do not hide each other. */
const MEANS = 60
/** Below this part of the largest nothing is drawn: it would flatten the rest. */
const SMALLEST = 1e-12
/** Few updates do not fill the width. */
const FEWEST_UPDATES = 10

/** Kinds of lines, one after another. */
const DASHES = 4

/** Of the gradient by each parameter; null before any is known. */
function useMagnitudes(): readonly Magnitude[] | null {
  const start = useTraining((state) => state.start)
  const progress = useTraining((state) => state.progress)
  if (!start || !progress) return null
  const { history, norms } = progress
  if (!norms && history.updates.length === 0) return null
  return start.parameters.map((name, i) => {
    const known = history.norms[i] ?? new Float64Array(0)
    return { name, now: norms?.[i] ?? known[known.length - 1], ...upToNow(progress, known, norms?.[i] ?? null) }
  })
}

/** The magnitude of the gradient by each parameter over the updates: vanishing and exploding gradients are seen as such. */
export function Magnitudes() {
  const magnitudes = useMagnitudes()
  const updates = useTraining(({ progress }) => progress?.updates)
  if (!magnitudes)
    return (
      <figure className="chart">
        <h3>Gradient magnitudes</h3>
        <p className="train-quiet">Known from the second step on.</p>
      </figure>
    )
  const list = magnitudes.map(({ name, now }) => `${name} ${short(now)}`).join(', ')
  return (
    <ChartFrame
      title="Gradient magnitudes"
      says={`Magnitudes of the gradients after ${updates} updates: ${list}.`}
      margin={3.2}
      caption={gradientVerdict(magnitudes)}
    >
      {(box) => <Lines box={box} magnitudes={magnitudes} />}
    </ChartFrame>
  )
}

interface LinesProps {
  readonly box: ChartArea
  readonly magnitudes: readonly Magnitude[]
}

function Lines({ box, magnitudes }: LinesProps) {
  const lines = magnitudes.map(({ name, now, xs, ys }) => ({ name, now, points: averaged(xs, ys, MEANS, true) }))
  const heights = lines.map(({ points }) => Float64Array.from(points, ([, norm]) => norm))
  const [low, high] = finiteExtent(heights, true) ?? [0.1, 1]
  const end = Math.max(FEWEST_UPDATES, ...magnitudes.map(({ xs }) => xs.at(-1) ?? 0))
  const x = scaleLinear([0, end], [box.left, box.right])
  // Two powers of ten at least, so that noise looks like noise.
  const y = scaleLog([Math.max(SMALLEST * high, Math.min(low, high / 100)), high * 1.5], [box.bottom, box.top]).clamp(
    true,
  )
  const path = line<ChartPoint>(
    ([update]) => x(update),
    ([, norm]) => y(norm),
  ).defined(([, norm]) => norm > 0)
  return (
    <>
      <Axes box={box} x={x} y={y} names={['update', '']} isLog />
      {lines.map(({ name, points }, i) => (
        <path key={name} className="train-gradient" data-dash={i % DASHES} d={path(points) ?? ''} />
      ))}
      <Labels
        box={box}
        ends={lines.map(({ name, now, points }) => ({
          text: `${displayName(name)}${now === 0 ? ': 0' : ''}`,
          height: now === 0 ? box.bottom : y(points[points.length - 1][1]),
        }))}
      />
    </>
  )
}

interface LabelsProps {
  readonly box: ChartArea
  readonly ends: readonly { readonly text: string; readonly height: number }[]
}

/** The parameter’s name at its line’s end. Where there is no room for all, some are left out; the table has them. */
function Labels({ box, ends }: LabelsProps) {
  const gap = 1.15 * box.em
  const stride = Math.ceil(ends.length / Math.floor((box.bottom - box.top) / gap))
  const named = ends.toSorted((a, b) => a.height - b.height).filter((_, i) => i % stride === 0)
  const heights = spaced(
    named.map(({ height }) => height),
    gap,
    [box.top, box.bottom],
  )
  return named.map(({ text, height }, i) => (
    <g key={text} aria-hidden>
      <path className="train-leader" d={`M${box.right},${height}L${box.right + 0.6 * box.em},${heights[i]}`} />
      <text className="train-label" x={box.right + 0.8 * box.em} y={heights[i]} dy="0.35em">
        {text}
      </text>
    </g>
  ))
}

/** The same as a table, for those who do not see the picture. */
export function MagnitudeTable() {
  const magnitudes = useMagnitudes()
  if (!magnitudes) return null
  return (
    <table className="visually-hidden" aria-label="Gradient magnitudes">
      <thead>
        <tr>
          <th scope="col">Parameter</th>
          <th scope="col">Magnitude of its gradient</th>
        </tr>
      </thead>
      <tbody>
        {magnitudes.map(({ name, now }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <data value={exact(now)}>{short(now)}</data>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
