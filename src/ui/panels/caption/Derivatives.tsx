import { useMemo } from 'react'
import { hiddenKinds } from '../../../state/hiding.ts'
import { shownSession } from '../../../state/session.ts'
import { useGradual } from '../../../state/store.ts'
import { answerOf } from '../../../trace/answer.ts'
import { modesOf } from '../../../trace/position.ts'

/** The answer: every derivative that the modes shown have found. */
export function Derivatives() {
  const session = useGradual(shownSession)
  const shown = useGradual((state) => state.shown)
  const isHidden = useGradual((state) => hiddenKinds(state).has('results'))
  const answer = useMemo(
    () => session && answerOf(modesOf(shown).map((mode) => session.timeline[mode])),
    [session, shown],
  )
  if (!answer || isHidden) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list scrolls
    <ul className="caption-derivatives" aria-label="Derivatives" tabIndex={0}>
      {answer.derivatives.map(({ text, output, input }) => (
        <li key={`${output} ${input}`}>{text}</li>
      ))}
      {answer.omitted > 0 && <li>and {answer.omitted} more in the ledger</li>}
    </ul>
  )
}
