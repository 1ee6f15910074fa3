import { line, scaleLinear, scaleLog } from 'd3'
import { change, useGradual } from '../../../state/store.ts'
import { useTraining } from '../../../state/training.ts'
import { Axes } from '../../kit/chart/Axes.tsx'
import { type ChartArea, ChartFrame } from '../../kit/chart/ChartFrame.tsx'
import { finiteExtent, largestSize, type Series, upToNow } from './series.ts'
import { averaged, type ChartPoint, pointsOf, thinned } from './thinned.ts'
import { lossText } from './words.ts'

/** So few updates are points. */
const FEW = 60
/** Points of all that came, and of the line through their means. */
const MOST_POINTS = 400
const MEANS = 60

/** The loss of the mini-batches over the updates. */
export function LossCurve() {
  const progress = useTraining((state) => state.progress)
  const wantsLog = useGradual((state) => state.trainingLog)
  if (!progress) return null
  const series = upToNow(progress, progress.history.losses, progress.loss)
  const canLog = series.ys.every((loss) => loss > 0)
  const isLog = wantsLog && canLog
  return (
    <ChartFrame
      title="Loss"
      says={lossText(series)}
      highest={isLog ? undefined : largestSize(series.ys)}
      choice={
        <label className="train-choice" title={canLog ? undefined : 'A loss is not above 0'}>
          <input
            type="checkbox"
            checked={isLog}
            disabled={!canLog}
            onChange={({ target }) => change({ trainingLog: target.checked })}
          />
          Logarithmic
        </label>
      }
    >
      {(box) => <Curve box={box} series={series} isLog={isLog} />}
    </ChartFrame>
  )
}

interface CurveProps {
  readonly box: ChartArea
  readonly series: Series
  readonly isLog: boolean
}

/** Few updates do not fill the width: the line grows into it. */
const FEWEST_UPDATES = 10

function Curve({ box, series: { xs, ys }, isLog }: CurveProps) {
  const [low, high] = finiteExtent([ys]) ?? [0, 1]
  const last = xs.length - 1
  const x = scaleLinear([0, Math.max(FEWEST_UPDATES, xs[last] ?? 0)], [box.left, box.right])
  const y = isLog
    ? scaleLog([low / 1.2, high * 1.2], [box.bottom, box.top])
    : scaleLinear([Math.min(0, low), high > low || high > 0 ? high : 1], [box.bottom, box.top])
  const path = line<ChartPoint>(
    ([update]) => x(update),
    ([, loss]) => y(loss),
  )
  return (
    <>
      <Axes box={box} x={x} y={y} names={['update', '']} isLog={isLog} />
      {last >= MEANS && <path className="train-raw" d={path(thinned(xs, ys, MOST_POINTS)) ?? ''} />}
      <path className="train-line" d={path(averaged(xs, ys, MEANS, isLog)) ?? ''} />
      {last < FEW &&
        pointsOf(xs, ys).map(([update, loss]) => (
          <circle key={update} className="train-point" cx={x(update)} cy={y(loss)} r={0.18 * box.em} />
        ))}
      {last >= 0 && <circle className="train-now" cx={x(xs[last])} cy={y(ys[last])} r={0.3 * box.em} />}
    </>
  )
}
