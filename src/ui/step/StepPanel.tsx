import { useShallow } from 'zustand/react/shallow'
import { exact, short } from '../../notation/numbers.ts'
import { frameAtHand } from '../../state/session.ts'
import { useGradual } from '../../state/store.ts'
import { type Maths, narrate, type Running } from '../../trace/narration/index.ts'
import { Formula } from '../math/Formula.tsx'
import './step.css'

function Line({ title, maths }: { readonly title: string; readonly maths: Maths | null }) {
  return (
    <div className="step-line" data-empty={!maths || undefined}>
      <h2>{title}</h2>
      <div className="step-formula">{maths && <Formula latex={maths.latex} speech={maths.speech} display />}</div>
    </div>
  )
}

function RunningSum({ lines, omitted }: { readonly lines: readonly Running[]; readonly omitted: number }) {
  if (lines.length < 2) return null
  return (
    <table className="step-sum" aria-label="Running sum">
      <thead>
        <tr>
          <th scope="col">Term</th>
          <th scope="col">+=</th>
          <th scope="col">Sum</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.edge ?? 'seed'} data-arrived={line.arrived}>
            <th scope="row">{line.text}</th>
            <td>{line.arrived && <data value={exact(line.product)}>{short(line.product)}</data>}</td>
            <td>{line.arrived && <data value={exact(line.sum)}>{short(line.sum)}</data>}</td>
          </tr>
        ))}
      </tbody>
      {omitted > 0 && <caption>and {omitted} more terms</caption>}
    </table>
  )
}

/** What the step at hand does, and why: everything has its fixed place, so that nothing jumps while stepping. */
export default function StepPanel() {
  const frame = useGradual(useShallow(frameAtHand))
  if (!frame?.pass.primal.graph.size) return <p>Type a program: its graph and its derivatives appear as you type.</p>
  const { sentence, maths, running, omitted, pattern, reads, notes } = narrate(frame)
  return (
    <div className="step" data-kind={frame.pass.kind}>
      <p className="step-sentence">{sentence}</p>
      <Line title="Rule" maths={maths?.rule ?? null} />
      <Line title="With its partials" maths={maths?.formula ?? null} />
      <Line title="With numbers" maths={maths?.numbers ?? null} />
      <Line title="Result" maths={maths?.sum ?? null} />
      <RunningSum lines={running} omitted={omitted} />
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
