import { otherMode } from '../../../autodiff/pass.ts'
import { hidesCounts } from '../../../state/hiding.ts'
import { currentSession, frameAtHand, modeAtHand } from '../../../state/session.ts'
import { type State, useGradual } from '../../../state/store.ts'
import { frameOf, lengthAt } from '../../../trace/position.ts'
import { frameWords } from '../../../trace/positionWords.ts'

const raceText = (operations: number | string) =>
  `Race, ${operations} ${operations === 1 ? 'operation' : 'operations'} each`

/** "Reverse mode, f1, step 4 of 7" */
export function positionText(state: State): string {
  const session = currentSession(state)
  const frame = frameAtHand(state)
  if (!session || !frame) return 'No graph yet'
  const isHidden = hidesCounts(state)
  if (state.position.race) return raceText(isHidden ? '?' : Math.round(state.position.race.operations))
  return frameWords(frame, modeAtHand(state), { isSecond: session.timeline.reverse.of === 'second', isHidden })
}

/** In compare mode: that the other mode has finished while this one still works. */
function waitingText(state: State): string {
  const session = currentSession(state)
  if (!session || state.shown !== 'compare' || state.position.forward === 0 || state.position.race) return ''
  const other = otherMode(modeAtHand(state))
  const { pass, step } = frameOf(session.timeline, state.position, other)
  const atEnd = state.position.step >= lengthAt(session.timeline, state.shown, state.position)
  if (step < pass.steps.length || atEnd) return ''
  const done = state.position[other] >= session.timeline[other].count - 1
  return `${other === 'forward' ? 'Forward' : 'Reverse'} mode ${done ? 'is done and waits' : 'waits'}`
}

export function PositionLabel() {
  const text = useGradual(positionText)
  const waiting = useGradual(waitingText)
  const at = text.lastIndexOf(', step ')
  const [name, step] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)]
  return (
    <p className="transport-label">
      <span>
        <span>{name}</span>
        <span>{step}</span>
      </span>
      <small>{waiting}</small>
    </p>
  )
}
