import { useMemo } from 'react'
import { mostStored } from '../../../autodiff/checkpointing/schedule.ts'
import { total } from '../../../costs/counts.ts'
import { count, grouped } from '../../../language/words.ts'
import type { CheckpointReport } from '../../../state/checkpointReport.ts'
import type { Costs } from '../../../state/costs.ts'
import { change, useGradual } from '../../../state/store.ts'
import { type ChartArea, ChartDrawing } from '../../kit/chart/ChartDrawing.tsx'
import { useAnswer } from '../../kit/costs/useAnswer.ts'
import { estimate } from '../../kit/costs/words.ts'
import { schedulePicture } from './schedulePicture.ts'

/** Reverse mode that stores only some of the tape, and computes the rest again. */
export function Checkpoints({ costs }: { readonly costs: Costs }) {
  const share = useGradual((state) => state.costStored)
  const { primal } = costs.session
  const most = useMemo(() => mostStored(primal.graph), [primal])
  const kept = Math.round(share * most)
  const report = useAnswer(primal, 'checkpoints', kept)
  if (most === 0) return null
  return (
    <figure className="cost-figure" data-role="reverse">
      <div className="cost-figure-head">
        <h3>Checkpointing</h3>
        <span>
          at most {grouped(kept)} stored: <data value={report?.stored ?? kept}>{grouped(report?.stored ?? kept)}</data>{' '}
          of {grouped(most)}
        </span>
      </div>
      <input
        type="range"
        aria-label="Stored values"
        aria-valuetext={`at most ${kept} of ${most}`}
        min={0}
        max={most}
        value={kept}
        onChange={({ target }) => store(target.valueAsNumber / Math.max(1, most))}
      />
      {report ? (
        <Result report={report} operations={total(costs.even.reverse.all)} passes={costs.even.reverse.passes} />
      ) : (
        <p className="cost-quiet">Planning …</p>
      )}
    </figure>
  )
}

/** As finely as links say it. */
const store = (share: number) => change({ costStored: Number(share.toFixed(6)) })

interface ResultProps {
  readonly report: CheckpointReport
  /** Of plain reverse mode, in so many passes. */
  readonly operations: number
  readonly passes: number
}

function Result({ report, operations, passes }: ResultProps) {
  const again = report.recomputed * passes
  return (
    <>
      <p className="cost-result">
        <span>
          Operations: {estimate(operations)}
          {again > 0 && (
            <>
              {' '}
              + {grouped(again)} = <data value={operations + again}>{estimate(operations + again)}</data>
            </>
          )}
        </span>
        <span data-agrees={report.isSame}>{report.isSame ? '✓ derivatives the same' : '✗ derivatives differ'}</span>
      </p>
      <ChartDrawing says={scheduleText(report)} height={5.5}>
        {(box) => <Schedule box={box} report={report} />}
      </ChartDrawing>
      <figcaption>
        {report.rerun === 0 && 'The whole tape is kept: nothing is run again. '}
        Along the tape (up) over time: it is <span className="cost-key-again">run again</span> from states that are
        stored (thin lines), and <span className="cost-key-reverse">reversed</span> part by part.{' '}
        {report.isChain
          ? 'No more than one array or number crosses any cut of this tape, as in a chain: the schedule is Griewank and Walther’s, which runs the fewest parts again.'
          : 'This graph is no chain: a state holds all values that cross a cut of the tape. The schedule is that of a chain: sound, though not always the best.'}
      </figcaption>
    </>
  )
}

const scheduleText = ({ blocks, rerun, stored }: CheckpointReport): string =>
  `${count(blocks, 'part')} of the tape; parts are run again ${count(rerun, 'time')} with ${count(stored, 'number')} stored.`

function Schedule({ box, report }: { readonly box: ChartArea; readonly report: CheckpointReport }) {
  const { stored, again, reversed } = schedulePicture(report, box)
  return (
    <>
      <path className="cost-stored" d={stored} />
      <path className="cost-again" d={again} />
      <path className="cost-reversed" d={reversed} />
    </>
  )
}
