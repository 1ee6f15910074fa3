import { useMemo } from 'react'
import { modesOf } from '../../../state/position.ts'
import { currentSession } from '../../../state/session.ts'
import { useGradual } from '../../../state/store.ts'
import { answerOf } from '../../../trace/answer.ts'

/** The answer: every derivative that the modes shown have found. */
export function Derivatives() {
  const session = useGradual(currentSession)
  const shown = useGradual((state) => state.shown)
  const answer = useMemo(
    () => session && answerOf(modesOf(shown).map((mode) => session.timeline[mode])),
    [session, shown],
  )
  if (!answer) return null
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
