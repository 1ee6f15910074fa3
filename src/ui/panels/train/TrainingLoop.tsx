import type { ReactNode } from 'react'
import { exact, short } from '../../../notation/numbers.ts'
import { show } from '../../../state/playback.ts'
import { useGradual } from '../../../state/store.ts'
import { stepThrough, useTraining } from '../../../state/training.ts'
import type { Start } from '../../../training/messages.ts'
import { optimizerNamed } from '../../../training/optimizers.ts'
import type { Phase } from '../../../training/training.ts'
import { MovesList } from './MovesList.tsx'

interface StepProps {
  readonly phase: Phase
  readonly title: string
  /** What it computes, and of what. */
  readonly children: ReactNode
}

function LoopStep({ phase, title, children }: StepProps) {
  const isNext = useTraining(({ progress }) => progress?.phase === phase && !progress.isRunning && !progress.divergence)
  return (
    <li data-phase={phase} aria-current={isNext ? 'step' : undefined}>
      <strong>{title}</strong> {children}
    </li>
  )
}

interface OutcomeProps {
  readonly name: string
  readonly value: number | null
  readonly children?: ReactNode
}

/** What a step came to, once it is known. */
const Outcome = ({ name, value, children }: OutcomeProps) => (
  <p>
    <span>
      {name} {value !== null && <data value={exact(value)}>{short(value)}</data>}
    </span>
    {children}
  </p>
)

/** How the samples of a mini-batch come to one loss. */
function batchText({ dataSet, batchSize, perSample }: Start): string {
  if (!dataSet) return 'of the data as they are'
  if (batchSize === 1) return 'of 1 sample'
  return perSample ? `mean of ${batchSize} passes` : `of ${batchSize} samples`
}

/** Where the graph shows no adjoints. */
function ForwardOnly() {
  const isForward = useGradual(({ shown }) => shown === 'forward')
  if (!isForward) return null
  return (
    <p className="train-mapping">
      The graph shows forward mode; the gradient comes from an adjoint pass.{' '}
      <button type="button" className="button" onClick={() => show('reverse')}>
        Show reverse mode
      </button>
    </p>
  )
}

/** The three steps of the loop; the one that comes next is marked. */
export function TrainingLoop() {
  const start = useTraining((state) => state.start)
  const optimizer = useGradual((state) => state.trainingOptimizer)
  const rate = useGradual((state) => state.trainingRate)
  const progress = useTraining((state) => state.progress)
  if (!start || !progress) return null
  const { loss, norms, inputs, isRunning } = progress
  return (
    <section className="train-steps" aria-label="Training loop">
      <ol className="train-loop">
        <LoopStep phase="loss" title="1 Loss of a mini-batch">
          <span>(primal pass)</span>
          <Outcome name={batchText(start)} value={loss} />
        </LoopStep>
        <LoopStep phase="gradient" title="2 Gradients of the parameters">
          <span>(adjoint pass)</span>
          <Outcome name="magnitude" value={norms && Math.hypot(...norms)}>
            <button
              type="button"
              className="button"
              aria-label="Step through this adjoint pass"
              title="Puts the graph at the start of this adjoint pass"
              disabled={isRunning || !inputs}
              onClick={stepThrough}
            >
              Step through
            </button>
          </Outcome>
        </LoopStep>
        <LoopStep phase="update" title="3 Update">
          <span className="train-formulas">
            {optimizerNamed(optimizer).formulas.map((formula) => (
              <code key={formula}>{formula}</code>
            ))}
            <code>η = {short(rate)}</code>
          </span>
        </LoopStep>
      </ol>
      <MovesList />
      <ForwardOnly />
    </section>
  )
}
