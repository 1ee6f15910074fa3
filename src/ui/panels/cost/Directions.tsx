import type { Mode } from '../../../autodiff/pass.ts'
import { MODES } from '../../../autodiff/pass.ts'
import { total } from '../../../costs/counts.ts'
import { count, grouped, noun } from '../../../language/words.ts'
import { MODE_TITLES, PASS_NAMES } from '../../../notation/modes.ts'
import type { Costs } from '../../../state/costs.ts'
import { change, useGradual } from '../../../state/store.ts'
import { useAnswer } from '../../kit/costs/useAnswer.ts'

/** Directions that travel together; their numbers have to fit in memory beside each other. */
const MOST_DIRECTIONS = 32
const MOST_NUMBERS = 4_000_000

/** Vector mode: several directions in one traversal, for each mode that takes several passes. */
export function Directions({ costs }: { readonly costs: Costs }) {
  const modes = MODES.filter((mode) => costs.even[mode].passes > 1)
  if (modes.length === 0) return null
  return (
    <div className="cost-lines">
      {modes.map((mode) => (
        <Together key={mode} costs={costs} mode={mode} />
      ))}
    </div>
  )
}

const CHOICE = { forward: 'costTangents', reverse: 'costAdjoints' } as const

function Together({ costs, mode }: { readonly costs: Costs; readonly mode: Mode }) {
  const { graph, primal } = costs.session
  const room = Math.max(1, Math.floor(MOST_NUMBERS / graph.offset[graph.size]))
  const most = Math.min(costs.even[mode].passes, MOST_DIRECTIONS, room)
  const choice = CHOICE[mode]
  const wished = useGradual((state) => state[choice])
  const directions = Math.min(wished ?? most, most)
  const answer = useAnswer(primal, 'together', { mode, directions, model: costs.model })
  return (
    <p data-role={mode}>
      <label>
        {MODE_TITLES[mode]},{' '}
        <input
          type="number"
          aria-label={`${MODE_TITLES[mode]}, directions at once`}
          min={1}
          max={most}
          value={directions}
          onChange={({ target }) =>
            change({ [choice]: Math.min(most, Math.max(1, Math.round(target.valueAsNumber) || 1)) })
          }
        />{' '}
        {noun(directions, PASS_NAMES[mode])} at once:
      </label>{' '}
      {answer
        ? `${count(total(answer.counts), 'operation')}, ${count(answer.partialsRead.together, 'partial')} read instead of ${grouped(answer.partialsRead.apart)}.`
        : 'counting …'}
    </p>
  )
}
