import { Pause, Play, RotateCcw } from 'lucide-react'
import { grouped } from '../../../language/words.ts'
import { exact, short } from '../../../notation/numbers.ts'
import { useGradual } from '../../../state/store.ts'
import {
  pauseTraining,
  restartTraining,
  runTraining,
  stepTraining,
  update,
  useTraining,
} from '../../../state/training.ts'
import { PaceChoice } from './PaceChoice.tsx'
import { leftText, percent, speedText } from './words.ts'

function RunButton({ isRunning, disabled }: { readonly isRunning: boolean; readonly disabled: boolean }) {
  const Icon = isRunning ? Pause : Play
  const name = isRunning ? 'Pause training' : 'Run training'
  return (
    <button
      type="button"
      className="train-run"
      aria-label={name}
      title={name}
      disabled={disabled}
      onClick={isRunning ? pauseTraining : runTraining}
    >
      <Icon size="1.3em" fill="currentColor" strokeWidth={1.5} aria-hidden />
    </button>
  )
}

interface FigureProps {
  readonly title: string
  /** Null where it is not known: its place stays. */
  readonly value: number | null
  readonly says: (value: number) => string
}

const Figure = ({ title, value, says }: FigureProps) => (
  <div data-figure={title}>
    <dt>{title}</dt>
    <dd>{value === null ? '–' : <data value={exact(value)}>{says(value)}</data>}</dd>
  </div>
)

/** How far training has come. */
function Figures() {
  const progress = useTraining((state) => state.progress)
  const hasEnd = useGradual(({ trainingEpochs }) => trainingEpochs !== null)
  if (!progress) return null
  const { updates, epochs, loss, accuracy, heldOutAccuracy, speed, left } = progress
  return (
    <dl className="train-figures" aria-label="Training so far">
      <Figure title="Updates" value={updates} says={grouped} />
      <Figure title="Epoch" value={epochs} says={(all) => grouped(Math.floor(10 * all) / 10)} />
      {loss !== null && <Figure title="Loss" value={loss} says={short} />}
      {accuracy != null && (
        <Figure title={heldOutAccuracy == null ? 'Accuracy' : 'Training accuracy'} value={accuracy} says={percent} />
      )}
      {heldOutAccuracy != null && <Figure title="Held-out accuracy" value={heldOutAccuracy} says={percent} />}
      <Figure title="Updates a second" value={speed} says={speedText} />
      {hasEnd && <Figure title="Time left" value={left} says={leftText} />}
    </dl>
  )
}

/** Moves the loop, by one of its steps, by an update, or on its own. */
export function Controls() {
  const isRunning = useTraining(({ progress }) => progress?.isRunning ?? false)
  const isAble = useTraining(({ start, progress, failure }) => start !== null && !progress?.divergence && !failure)
  return (
    <div className="train-controls">
      <div className="train-buttons">
        <RunButton isRunning={isRunning} disabled={!isAble} />
        <button
          type="button"
          className="button"
          aria-label="Next training step"
          title="One of the three steps"
          disabled={!isAble || isRunning}
          onClick={stepTraining}
        >
          Step
        </button>
        <button
          type="button"
          className="button"
          aria-label="Next update"
          title="The three steps at once"
          disabled={!isAble || isRunning}
          onClick={update}
        >
          Update
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label="Reset training"
          title="Back to the parameters in the program"
          onClick={restartTraining}
        >
          <RotateCcw size="1.3em" aria-hidden />
        </button>
        <PaceChoice />
      </div>
      <Figures />
    </div>
  )
}
