import type { ReactNode } from 'react'
import { exact, short } from '../../notation/numbers.ts'
import { stepThrough, useTraining } from '../../state/training.ts'
import type { Start } from '../../training/messages.ts'
import { optimizerNamed } from '../../training/optimizers.ts'
import type { Phase } from '../../training/training.ts'

interface StepProps {
  readonly phase: Phase
  readonly title: string
  readonly value: number | null
  readonly children?: ReactNode
}

function LoopStep({ phase, title, value, children }: StepProps) {
  const isNext = useTraining(({ progress }) => progress?.phase === phase && !progress.isRunning && !progress.divergence)
  return (
    <li data-phase={phase} aria-current={isNext ? 'step' : undefined}>
      <div className="train-step">
        <span>{title}</span>
        {value !== null && <data value={exact(value)}>{short(value)}</data>}
      </div>
      {children}
    </li>
  )
}

/** How the samples of a mini-batch come to one loss. */
function batchText({ loss, dataSet, batchSize, perSample }: Start): string {
  if (!dataSet) return `${loss} on the program’s own data`
  const samples = `${batchSize} of ${dataSet.targets.length} samples`
  return perSample && batchSize > 1 ? `mean of ${loss} over passes for ${samples}` : `${loss} on ${samples}`
}

/** The three steps of the loop; the one that comes next is marked. */
export function Loop() {
  const start = useTraining((state) => state.start)
  const { optimizer } = useTraining((state) => state.course)
  const progress = useTraining((state) => state.progress)
  if (!start || !progress) return null
  const { loss, norms, inputs, isRunning } = progress
  return (
    <section aria-label="Training loop">
      <ol className="train-loop">
        <LoopStep phase="loss" title="1 Loss of a mini-batch (primal pass)" value={loss}>
          <p>{batchText(start)}</p>
        </LoopStep>
        <LoopStep
          phase="gradient"
          title="2 Gradients of the parameters (adjoint pass)"
          value={norms && Math.hypot(...norms)}
        />
        <LoopStep phase="update" title="3 Update" value={null}>
          <p className="train-formula">
            {optimizerNamed(optimizer).formulas.map((formula) => (
              <span key={formula}>{formula}</span>
            ))}
          </p>
        </LoopStep>
      </ol>
      <button type="button" className="button train-wide" disabled={isRunning || !inputs} onClick={stepThrough}>
        Step through this adjoint pass
      </button>
    </section>
  )
}
