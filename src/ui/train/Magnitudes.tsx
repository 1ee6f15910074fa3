import { line, scaleLinear, scaleLog } from 'd3'
import { displayName } from '../../notation/names.ts'
import { exact, short } from '../../notation/numbers.ts'
import { useTraining } from '../../state/training.ts'
import { Axes } from './Axes.tsx'
import { type Box, Frame } from './Frame.tsx'
import { spaced } from './spaced.ts'
import { type Point, pointsOf, thinned } from './thinned.ts'
import { verdict } from './words.ts'

const MOST = 200
/** Below this part of the largest nothing is drawn: it would flatten the rest. */
const SMALLEST = 1e-12

interface Series {
  readonly name: string
  readonly points: readonly Point[]
  readonly last: number
}

/** The magnitude of the gradient by each parameter over the updates: vanishing and exploding gradients are seen as such. */
export function Magnitudes() {
  const start = useTraining((state) => state.start)
  const progress = useTraining((state) => state.progress)
  if (!start || !progress?.norms) return null
  const { history, norms, phase, updates } = progress
  const now = phase === 'loss' ? updates - 1 : updates
  const series = start.parameters.map((name, i) => {
    const points = pointsOf(history.updates, history.norms[i] ?? [])
    const isNew = now > (points[points.length - 1]?.[0] ?? -1)
    return { name, points: isNew ? [...points, [now, norms[i]] as const] : points, last: norms[i] }
  })
  const says = verdict(
    start.parameters,
    norms,
    Float64Array.from(series, ({ points }) => points[0][1]),
  )
  return (
    <>
      <Frame
        title="Gradient magnitudes by parameter"
        says={`Magnitudes of the gradients after ${updates} updates: ${series.map(({ name, last }) => `${name} ${short(last)}`).join(', ')}.`}
        height={10}
        margin={3.2}
        caption={says}
      >
        {(box) => <Lines box={box} series={series} />}
      </Frame>
      <MagnitudeTable series={series} />
    </>
  )
}

function Lines({ box, series }: { readonly box: Box; readonly series: readonly Series[] }) {
  const all = series
    .flatMap(({ points }) => points.map(([, norm]) => norm))
    .filter((norm) => norm > 0 && norm < Infinity)
  const high = all.length > 0 ? all.reduce((a, b) => Math.max(a, b)) : 1
  const low =
    all.length > 0
      ? Math.max(
          all.reduce((a, b) => Math.min(a, b)),
          SMALLEST * high,
        )
      : 0.1
  const end = Math.max(10, ...series.map(({ points }) => points[points.length - 1][0]))
  const x = scaleLinear([0, end], [box.left, box.right])
  // Two powers of ten at least, so that noise looks like noise.
  const y = scaleLog([Math.min(low, high / 100), high * 1.5], [box.bottom, box.top]).clamp(true)
  const path = line<Point>(
    ([update]) => x(update),
    ([, norm]) => y(norm),
  ).defined(([, norm]) => norm > 0)
  return (
    <>
      <Axes box={box} x={x} y={y} isLog />
      {series.map(({ name, points }) => (
        <path key={name} className="train-gradient" d={path(thinned(points, MOST)) ?? ''} />
      ))}
      <Labels box={box} series={series} y={y} />
    </>
  )
}

/** The parameter’s name at its line’s end, as far as there is room: those that lie furthest apart. */
function Labels({
  box,
  series,
  y,
}: {
  readonly box: Box
  readonly series: readonly Series[]
  readonly y: (norm: number) => number
}) {
  const gap = 1.15 * box.em
  const room = Math.max(2, Math.floor((box.bottom - box.top) / gap))
  const sorted = series.toSorted((a, b) => b.last - a.last)
  const named = sorted.filter(
    (_, i) => Math.floor((i * room) / sorted.length) !== Math.floor(((i - 1) * room) / sorted.length),
  )
  const heights = spaced(
    named.map(({ last }) => y(Math.max(last, Number.MIN_VALUE))),
    gap,
    [box.top, box.bottom],
  )
  return named.map(({ name, last }, i) => (
    <text key={name} className="train-label" x={box.right + 0.4 * box.em} y={heights[i]} dy="0.35em" aria-hidden>
      {displayName(name)}
      {last === 0 && ': 0'}
    </text>
  ))
}

function MagnitudeTable({ series }: { readonly series: readonly Series[] }) {
  return (
    <table className="visually-hidden" aria-label="Gradient magnitudes">
      <thead>
        <tr>
          <th scope="col">Parameter</th>
          <th scope="col">Magnitude of its gradient</th>
        </tr>
      </thead>
      <tbody>
        {series.map(({ name, last }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <data value={exact(last)}>{short(last)}</data>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
