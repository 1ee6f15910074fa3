import { useShallow } from 'zustand/react/shallow'
import { frameAtHand } from '../../state/session.ts'
import { useGradual } from '../../state/store.ts'
import { type Maths, narrate } from '../../trace/narration/index.ts'
import { Formula } from '../math/Formula.tsx'
import { LocalJacobians } from './LocalJacobians.tsx'
import { RunningSum } from './RunningSum.tsx'
import { StepArrays } from './StepArrays.tsx'
import './step.css'

function Line({ title, maths }: { readonly title: string; readonly maths: Maths | null }) {
  return (
    <div className="step-line" data-empty={!maths || undefined}>
      <h2>{title}</h2>
      <div className="step-formula">{maths && <Formula latex={maths.latex} speech={maths.speech} display />}</div>
    </div>
  )
}

/** What the step at hand does, and why: everything has its fixed place, so that nothing jumps while stepping. */
export default function StepPanel() {
  const frame = useGradual(useShallow(frameAtHand))
  if (!frame?.pass.primal.graph.size) return <p>Type a program: its graph and its derivatives appear as you type.</p>
  const { sentence, node, maths, running, omitted, pattern, reads, notes } = narrate(frame)
  return (
    <div className="step" data-kind={frame.pass.kind}>
      <p className="step-sentence">{sentence}</p>
      <Line title="Rule" maths={maths?.rule ?? null} />
      <Line title="With its partials" maths={maths?.formula ?? null} />
      <Line title="With numbers" maths={maths?.numbers ?? null} />
      <Line title="Result" maths={maths?.sum ?? null} />
      {node !== null && <StepArrays frame={frame} node={node} />}
      <RunningSum lines={running} omitted={omitted} kind={frame.pass.kind} />
      <LocalJacobians pass={frame.pass} lines={running} />
      {pattern && (
        <p>
          <b className="step-pattern">{pattern.name}</b> {pattern.text}
        </p>
      )}
      {reads && <p className="step-quiet">{reads.text}</p>}
      {notes.map(({ text }) => (
        <p key={text} className="step-note">
          {text}
        </p>
      ))}
    </div>
  )
}
