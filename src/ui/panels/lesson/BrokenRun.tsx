import { useMemo } from 'react'
import { DEPARTURES, isDeparture } from '../../../lessons/broken/departures.ts'
import { brokenRun } from '../../../lessons/keys/nodes/bug.ts'
import type { AskedQuestion } from '../../../lessons/questions/asked.ts'
import { displayAdjoint, displayTangent } from '../../../notation/names.ts'
import { exact, short } from '../../../notation/numbers.ts'

interface Props {
  readonly asked: AskedQuestion
  /** Whether the right numbers stand beside, with what the bug is. */
  readonly told: boolean
}

/** The steps of an engine with a bug, in its own order. */
export default function BrokenRun({ asked, told }: Props) {
  const { question, setting } = asked
  const token = question.of.split(/\s+/)[1] ?? ''
  const { steps, parting, why } = useMemo(() => brokenRun(setting, token), [setting, token])
  const nameOf = setting.moment.mode === 'forward' ? displayTangent : displayAdjoint
  return (
    <div className="lesson-run">
      <table className="lesson-broken" aria-label="The engine with a bug">
        <thead>
          <tr>
            <th scope="col">step</th>
            <th scope="col">node</th>
            <th scope="col">this engine</th>
            {told && <th scope="col">right</th>}
          </tr>
        </thead>
        <tbody>
          {steps.map(({ node, name, chosen, right }, place) => (
            <tr key={node} data-parts={(told && place === parting) || undefined}>
              <td>{place + 1}</td>
              <th scope="row">{nameOf(name)}</th>
              <td>
                <data value={exact(chosen)}>{short(chosen)}</data>
                {told && place === parting && ' ✗'}
              </td>
              {told && (
                <td>
                  <data value={exact(right)}>{short(right)}</data>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {told && isDeparture(token) && (
        <p>
          This engine {DEPARTURES[token].does}. {why.join(' ')}
        </p>
      )}
    </div>
  )
}
