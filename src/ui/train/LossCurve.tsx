import { line, scaleLinear, scaleLog } from 'd3'
import { useState } from 'react'
import { useTraining } from '../../state/training.ts'
import type { Progress } from '../../training/messages.ts'
import { Axes } from './Axes.tsx'
import { type Box, Frame } from './Frame.tsx'
import { type Point, pointsOf, thinned } from './thinned.ts'
import { lossText } from './words.ts'

/** Points that a line is drawn through. */
const MOST = 400

/** The history, and the mini-batch at hand. */
function lossesOf({ history, loss, phase, updates }: Progress): readonly Point[] {
  const points = pointsOf(history.updates, history.losses)
  const at = phase === 'loss' ? updates - 1 : updates
  const isNew = loss !== null && Number.isFinite(loss) && at > (points[points.length - 1]?.[0] ?? -1)
  return isNew ? [...points, [at, loss]] : points
}

/** The loss of the mini-batches over the updates. */
export function LossCurve() {
  const progress = useTraining((state) => state.progress)
  const [wantsLog, setWantsLog] = useState(false)
  if (!progress) return null
  const points = lossesOf(progress)
  const canLog = points.every(([, loss]) => loss > 0)
  const isLog = wantsLog && canLog
  return (
    <Frame
      title="Loss"
      says={lossText(points)}
      height={9}
      choice={
        <label className="train-choice" title={canLog ? undefined : 'A loss is not above 0'}>
          <input
            type="checkbox"
            checked={isLog}
            disabled={!canLog}
            onChange={({ target }) => setWantsLog(target.checked)}
          />
          Logarithmic
        </label>
      }
    >
      {(box) => <Curve box={box} points={thinned(points, MOST)} isLog={isLog} />}
    </Frame>
  )
}

interface CurveProps {
  readonly box: Box
  readonly points: readonly Point[]
  readonly isLog: boolean
}

/** Few updates do not fill the width: the line grows into it. */
const SHORTEST = 10

function Curve({ box, points, isLog }: CurveProps) {
  const losses = points.map(([, loss]) => loss)
  const [low, high] = losses.length > 0 ? [Math.min(...losses), Math.max(...losses)] : [0, 1]
  const last = points[points.length - 1]
  const x = scaleLinear([0, Math.max(SHORTEST, last?.[0] ?? 0)], [box.left, box.right])
  const y = isLog
    ? scaleLog([low / 1.2, high * 1.2], [box.bottom, box.top])
    : scaleLinear([Math.min(0, low), high > low || high > 0 ? high : 1], [box.bottom, box.top])
  const path = line<Point>(
    ([update]) => x(update),
    ([, loss]) => y(loss),
  )
  return (
    <>
      <Axes box={box} x={x} y={y} isLog={isLog} />
      <path className="train-line" d={path(points) ?? ''} />
      {last && <circle className="train-now" cx={x(last[0])} cy={y(last[1])} r={0.3 * box.em} />}
    </>
  )
}
