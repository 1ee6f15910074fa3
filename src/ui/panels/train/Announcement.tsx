import { useTraining } from '../../../state/training.ts'
import { loopStanding } from './words.ts'

/** A sentence for each manual step and where a pause falls; silence while training runs, and before it has begun. */
export function Announcement() {
  const said = useTraining(({ progress }) => (progress && !progress.isRunning ? loopStanding(progress) : ''))
  return (
    <p className="visually-hidden" aria-live="polite">
      {said}
    </p>
  )
}
