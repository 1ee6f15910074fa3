import type { Mode } from '../../../autodiff/pass.ts'
import { count } from '../../../language/words.ts'
import { costsNow, useCosts } from '../../../state/costs.ts'
import { winner } from '../../../state/race.ts'
import { lengthOf } from '../../../state/raceCourse.ts'
import { useGradual } from '../../../state/store.ts'
import { estimate } from '../../kit/costs/words.ts'

/** How far a mode has come in the race, and in the end whether it was first. */
export default function RaceLine({ mode }: { readonly mode: Mode }) {
  const costs = useCosts(costsNow)
  const operations = useGradual(({ position }) => position.race?.operations ?? 0)
  if (!costs) return null
  const length = lengthOf(costs.course[mode])
  if (operations < length)
    return (
      <p className="pane-waits race-line">
        <span>
          {estimate(operations)} of {count(Math.round(length), 'operation')}
        </span>
      </p>
    )
  const first = winner(costs)
  const rank = first === mode ? '✓ done first' : first ? 'done' : 'done, a tie'
  return (
    <p className="pane-waits race-line" data-first={first === mode || undefined}>
      {rank}
      <span>: {count(Math.round(length), 'operation')}</span>
    </p>
  )
}
