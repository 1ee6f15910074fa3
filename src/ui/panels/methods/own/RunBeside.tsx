import { useMemo } from 'react'
import type { DepartureToken } from '../../../../autodiff/choices/departed.ts'
import type { Adjoint, Mode, Tangent } from '../../../../autodiff/pass.ts'
import { seedIndex } from '../../../../autodiff/seeds.ts'
import { count } from '../../../../language/words.ts'
import { type Beside, runBeside, type StepBeside } from '../../../../lessons/broken/parting.ts'
import { PASS_NAMES } from '../../../../notation/modes.ts'
import { displayAdjoint, displayName, displayTangent } from '../../../../notation/names.ts'
import { exact, short } from '../../../../notation/numbers.ts'
import { currentSession } from '../../../../state/session.ts'
import { useGradual } from '../../../../state/store.ts'
import { passes } from '../../../../trace/passes.ts'

/** Larger graphs have more steps than anyone goes through. */
const MOST_NODES = 2000
/** Steps that agree are told by their last ones. */
const MOST_SHOWN = 12

interface Props {
  readonly mode: Mode
  /** The input or output that the pass is seeded with. */
  readonly seed: string
  readonly tokens: readonly DepartureToken[]
}

/** Both engines on the program on the screen, step by step until they part. */
export function RunBeside({ mode, seed, tokens }: Props) {
  const primal = useGradual((state) => currentSession(state)?.primal)
  const beside = useMemo(() => {
    const index = primal ? seedIndex(primal.graph, mode, seed) : -1
    if (!primal || index < 0 || primal.graph.size > MOST_NODES) return null
    return runBeside(passes(primal, mode).get(index + 1).sweep as Tangent | Adjoint, tokens)
  }, [primal, mode, seed, tokens])
  if (!beside) return <p>This program is too large to be gone through step by step.</p>
  return (
    <>
      <div aria-live="polite" className="own-verdict" data-verdict={beside.parting < 0 ? 'right' : 'wrong'}>
        <Outcome beside={beside} isRight={tokens.length === 0} />
      </div>
      <Steps beside={beside} mode={mode} />
    </>
  )
}

function Outcome({ beside: { steps, parting, why }, isRight }: { readonly beside: Beside; readonly isRight: boolean }) {
  if (parting < 0)
    return (
      <p>
        ✓ {isRight ? 'These are the choices of the right engine.' : 'In this program that changes nothing.'} The two
        agree in {steps.length === 1 ? 'its step' : `all ${count(steps.length, 'step')}`}.
      </p>
    )
  const { name, chosen, right } = steps[parting]
  return (
    <>
      <p>
        ✗ They part in step {parting + 1}, at <b>{displayName(name)}</b>: yours is {short(chosen)}, right is{' '}
        {short(right)}.
      </p>
      {why.map((each) => (
        <p key={each}>{each}</p>
      ))}
    </>
  )
}

function Steps({ beside: { steps, parting }, mode }: { readonly beside: Beside; readonly mode: Mode }) {
  const end = parting < 0 ? steps.length : parting + 1
  const start = Math.max(0, end - MOST_SHOWN)
  return (
    <table className="methods-table own-steps" aria-label="Your engine beside the right one">
      <thead>
        <tr>
          <th scope="col">{start > 0 ? `step (${start} before agree)` : 'step'}</th>
          <th scope="col">{PASS_NAMES[mode]}</th>
          <th scope="col">yours</th>
          <th scope="col">right</th>
        </tr>
      </thead>
      <tbody>
        {steps.slice(start, end).map((step, i) => (
          <Step key={step.node} step={step} place={start + i} mode={mode} parts={start + i === parting} />
        ))}
      </tbody>
    </table>
  )
}

interface StepProps {
  readonly step: StepBeside
  readonly place: number
  readonly mode: Mode
  readonly parts: boolean
}

const Step = ({ step: { name, chosen, right }, place, mode, parts }: StepProps) => (
  <tr data-parts={parts || undefined}>
    <td>{place + 1}</td>
    <th scope="row">{(mode === 'reverse' ? displayAdjoint : displayTangent)(name)}</th>
    <td>
      <data value={exact(chosen)}>{short(chosen)}</data>
      {parts && ' ✗'}
    </td>
    <td>
      <data value={exact(right)}>{short(right)}</data>
    </td>
  </tr>
)
