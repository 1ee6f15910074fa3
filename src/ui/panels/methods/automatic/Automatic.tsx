import { MODES } from '../../../../autodiff/pass.ts'
import { seedIndex } from '../../../../autodiff/seeds.ts'
import type { Mode } from '../../../../core.ts'
import { total } from '../../../../costs/counts.ts'
import { grouped } from '../../../../language/words.ts'
import type { DerivativeByMode, Question } from '../../../../methods/question.ts'
import { MODE_SIGNS, MODE_TITLES } from '../../../../notation/modes.ts'
import { displayName } from '../../../../notation/names.ts'
import { exact, short } from '../../../../notation/numbers.ts'
import { useCosts } from '../../../../state/costs.ts'
import { hidesCounts } from '../../../../state/hiding.ts'
import { seed } from '../../../../state/seedPass.ts'
import { currentSession } from '../../../../state/session.ts'
import { change, now, useGradual } from '../../../../state/store.ts'
import { estimate } from '../../../kit/costs/words.ts'
import { Explanation } from '../../../kit/derivative/Explanation.tsx'
import { GlossaryTerm } from '../../../kit/glossary/GlossaryTerm.tsx'

interface Props {
  readonly question: Question
  readonly derivatives: DerivativeByMode
}

/** What both modes give, and what the whole Jacobian takes in each. */
export function Automatic({ question: { from, to }, derivatives }: Props) {
  const known = useCosts(({ costs }) => costs?.even)
  const even = useGradual(hidesCounts) ? null : known
  return (
    <>
      <Explanation source="Griewank and Walther 2008">
        The <GlossaryTerm name="chainRule">chain rule</GlossaryTerm> on numbers, node by node: exact but for rounding,
        and no expression is ever written. Forward mode takes a pass for each input, reverse mode one for each output.
      </Explanation>
      <table className="methods-table" aria-label="Automatic differentiation">
        <thead>
          <tr>
            <td />
            <th scope="col">derivative</th>
            <th scope="col">passes</th>
            <th scope="col">operations</th>
          </tr>
        </thead>
        <tbody>
          {MODES.map((mode) => (
            <tr key={mode} data-role={mode}>
              <th scope="row">{`${MODE_SIGNS[mode]} ${MODE_TITLES[mode]}`}</th>
              <td>
                <data value={exact(derivatives[mode])}>{short(derivatives[mode])}</data>
              </td>
              <td>{even && <data value={even[mode].passes}>{grouped(even[mode].passes)}</data>}</td>
              <td>{even && <data value={total(even[mode].all)}>{estimate(total(even[mode].all))}</data>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="methods-quiet">
        Passes and operations are those of all derivatives together, as the tab Cost has them.
      </p>
      <p className="chain-buttons">
        {MODES.map((mode) => (
          <button key={mode} type="button" className="button" onClick={() => stepThrough(mode, { from, to })}>
            Step through the{' '}
            {mode === 'forward'
              ? `tangent pass of ${displayName(from.name)}`
              : `adjoint pass of ${displayName(to.name)}`}
          </button>
        ))}
      </p>
    </>
  )
}

/** Goes to the start of the pass, in the tab Step, and to the graph, where keys step it: the button goes away with its chapter. */
function stepThrough(mode: Mode, { from, to }: Pick<Question, 'from' | 'to'>): void {
  const session = currentSession(now())
  if (!session) return
  const index = seedIndex(session.graph, mode, mode === 'forward' ? from.name : to.name)
  seed(mode, Math.max(0, index))
  change({ tab: 'step' })
  document.querySelector<HTMLElement>('.graph-pane')?.focus()
}
