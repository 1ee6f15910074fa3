import { runTraining, useTraining } from '../../../state/training.ts'
import { completedText, restText } from './words.ts'

/** Why a run has ended by itself. It can go on. */
export function Rested() {
  const progress = useTraining((state) => state.progress)
  if (!progress || progress.isRunning) return null
  const { rest, isCompleted } = progress
  if (!rest && !isCompleted) return null
  return (
    <div className="train-rest">
      <p>{rest ? restText(rest) : completedText(progress)}</p>
      <button type="button" className="button" onClick={runTraining}>
        Go on
      </button>
    </div>
  )
}
