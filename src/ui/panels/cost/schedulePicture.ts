import { scaleLinear } from 'd3'
import type { Action } from '../../../autodiff/checkpointing/revolve.ts'
import type { CheckpointReport } from '../../../state/checkpointReport.ts'
import type { ChartArea } from '../../kit/chart/ChartDrawing.tsx'

interface Paths {
  readonly stored: string
  readonly again: string
  readonly reversed: string
}

/** A schedule as ways over time (to the right) and along the tape (up): a unit of time for each part that is run. */
export function schedulePicture(
  { actions, blocks }: Pick<CheckpointReport, 'actions' | 'blocks'>,
  box: ChartArea,
): Paths {
  const x = scaleLinear([0, Math.max(1, durationOf(actions))], [box.left + 1, box.right - 1])
  const y = scaleLinear([0, Math.max(1, blocks)], [box.bottom - 1, box.top + 1])
  const way = (t0: number, at0: number, t1: number, at1: number) =>
    `M${x(t0).toFixed(1)} ${y(at0).toFixed(1)}L${x(t1).toFixed(1)} ${y(at1).toFixed(1)}`
  const paths = { stored: '', again: '', reversed: '' }
  const storedSince = new Map<number, number>()
  let time = 0
  for (const action of actions) {
    if (action.kind === 'store') storedSince.set(action.at, time)
    else if (action.kind === 'free') {
      paths.stored += way(storedSince.get(action.at) ?? 0, action.at, time, action.at)
      storedSince.delete(action.at)
    } else if (action.kind === 'advance') {
      paths.again += way(time, action.from, time + action.to - action.from, action.to)
      time += action.to - action.from
    } else if (action.kind === 'reverse') {
      paths.reversed += way(time, action.step + 1, time + 1, action.step)
      time++
    }
  }
  for (const [at, since] of storedSince) paths.stored += way(since, at, time, at)
  return paths
}

/** Parts that are run, forwards or back. */
const durationOf = (actions: readonly Action[]): number =>
  actions.reduce(
    (time, action) => time + (action.kind === 'advance' ? action.to - action.from : action.kind === 'reverse' ? 1 : 0),
    0,
  )
