import { type Maths, narrate } from '../../../trace/narration/index.ts'
import type { Frame } from '../../../trace/pass.ts'
import { Formula } from '../../kit/math/Formula.tsx'
import { LocalJacobians } from './LocalJacobians.tsx'
import { RunningSum } from './RunningSum.tsx'
import { StepArrays } from './StepArrays.tsx'
import './details.css'

function Line({ title, maths }: { readonly title: string; readonly maths: Maths | null }) {
  return (
    <div className="step-line" data-empty={!maths || undefined}>
      <h2>{title}</h2>
      <div className="step-formula">{maths && <Formula latex={maths.latex} speech={maths.speech} display />}</div>
    </div>
  )
}

/** The step of a pass from its rule to its number: everything has its fixed place, so that nothing jumps while stepping. */
export function Details({ frame }: { readonly frame: Frame }) {
  const { node, maths, running, omitted, pattern, reads, notes } = narrate(frame)
  return (
    <div className="step" data-kind={frame.pass.kind}>
      <div className="step-lines">
        <Line title="Rule" maths={maths?.rule ?? null} />
        <Line title="With its partials" maths={maths?.formula ?? null} />
        <Line title="With numbers" maths={maths?.numbers ?? null} />
        <Line title="Result" maths={maths?.sum ?? null} />
      </div>
      <div className="step-beside">
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
    </div>
  )
}
