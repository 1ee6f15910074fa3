import { MonitorSpeaker } from 'lucide-react'
import { openSpeaker } from '../../../state/lesson/speaker.ts'
import { useInStep } from '../../../state/lesson/sync/inStep.ts'
import { IconButton } from '../../kit/button/IconButton.tsx'

/** Opens the second window, with the notes. */
export const SpeakerButton = () => (
  <IconButton
    className="icon-button lesson-hall"
    name="Speaker’s window"
    title="Speaker’s window: notes, answers, what comes next (S)"
    icon={MonitorSpeaker}
    onClick={() => void openSpeaker()}
  />
)

/** Once there was a second window, and there is none any more. */
export function SpeakerGone() {
  const isGone = useInStep(({ others, wasInStep }) => wasInStep && others.size === 0)
  return (
    <span className="lesson-gone" role="status">
      {isGone && 'The speaker’s window is closed.'}
    </span>
  )
}

/** What to do where the second window did not open. */
export function SpeakerRefused() {
  const refused = useInStep((state) => state.refused)
  if (!refused) return null
  return (
    <p className="lesson-refused" role="alert">
      {refused.says}{' '}
      <a href={refused.address} target="_blank" rel="noopener opener">
        Speaker’s view
      </a>
    </p>
  )
}
