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
  /** What it takes. */
  readonly children: ReactNode
}

function LoopStep({ phase, title, value, children }: StepProps) {
  const isNext = useTraining(({ progress }) => progress?.phase === phase && !progress.isRunning && !progress.divergence)
  return (
    <li data-phase={phase} aria-current={isNext ? 'step' : undefined}>
      <strong>{title}</strong>{' '}
      <p>
        <span>{children}</span>
        {value !== null && <data value={exact(value)}>{short(value)}</data>}
      </p>
    </li>
  )
}

/** How the samples of a mini-batch come to one loss. */
function batchText({ dataSet, batchSize, perSample }: Start): string {
  if (!dataSet) return 'of the data as they are'
  if (batchSize === 1) return 'of 1 sample'
  return perSample ? `mean of ${batchSize} passes` : `of ${batchSize} samples`
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
        <LoopStep phase="loss" title="1 Loss of a mini-batch" value={loss}>
          (primal pass) <span className="train-aside">{batchText(start)}</span>
        </LoopStep>
        <LoopStep phase="gradient" title="2 Gradients of the parameters" value={norms && Math.hypot(...norms)}>
          (adjoint pass) <span className="train-aside">their magnitude</span>
        </LoopStep>
        <LoopStep phase="update" title="3 Update" value={null}>
          <span className="train-formulas">
            {optimizerNamed(optimizer).formulas.map((formula) => (
              <code key={formula}>{formula}</code>
            ))}
          </span>
        </LoopStep>
      </ol>
      <button type="button" className="button train-wide" disabled={isRunning || !inputs} onClick={stepThrough}>
        Step through this adjoint pass
      </button>
    </section>
  )
}
