import { runTraining, useTraining } from '../../../state/training.ts'
import { restText } from './words.ts'

/** Why a run has ended by itself. It can go on. */
export function Rested() {
  const rest = useTraining(({ progress }) => (progress && !progress.isRunning ? progress.rest : null))
  if (!rest) return null
  return (
    <div className="train-rest">
      <p>{restText(rest)}</p>
      <button type="button" className="button" onClick={runTraining}>
        Go on
      </button>
    </div>
  )
}
