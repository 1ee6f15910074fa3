import type { Question } from '../../../../methods/question.ts'
import type { SymbolicAnswer } from '../../../../methods/symbolicOf.ts'
import { questionKey, SYMBOLIC_FORMS } from '../../../../state/choices/methods.ts'
import { change, useGradual } from '../../../../state/store.ts'
import { Explanation } from '../../../kit/derivative/Explanation.tsx'
import { Count } from '../../../kit/hidden/Count.tsx'
import { reveal } from './reveal.ts'
import { Swell } from './Swell.tsx'
import { SymbolicExpression } from './SymbolicExpression.tsx'
import { useSymbolic } from './useSymbolic.ts'

/** The derivative as an expression, and how it swells. */
export function Symbolic({ question }: { readonly question: Question }) {
  const answer = useSymbolic(question)
  return (
    <>
      <Explanation source="Baydin et al. 2018, section 2.3">
        The rules are applied to the expression, with everything in between written out. Shared parts are repeated each
        time they are read, so the expression swells.
      </Explanation>
      {answer && !answer.simplified && (
        <p>
          The output takes more than 3,000 operations: its derivative is not written as an expression. Automatic
          differentiation has it, below.
        </p>
      )}
      {answer?.simplified && (
        <>
          <Written question={question} answer={answer} />
          <Sizes answer={answer} />
          <Swell question={question} />
        </>
      )}
    </>
  )
}

interface Props {
  readonly question: Question
  readonly answer: SymbolicAnswer
}

/** Hidden from those who work it out by hand, until they ask. */
function Written({ question, answer }: Props) {
  const form = useGradual((state) => state.symbolicForm)
  const key = questionKey(question.to.name, question.from.name)
  const isRevealed = useGradual(({ symbolicRevealed }) => symbolicRevealed.has(key))
  const shown = form === 'rules' ? answer.raw : answer.simplified
  if (!isRevealed)
    return (
      <p className="methods-hidden">
        Hidden, so that you can find it by hand first.{' '}
        <button type="button" className="button" onClick={() => reveal(question)} aria-label="Show it: the expression">
          Show it
        </button>
      </p>
    )
  return (
    <>
      <fieldset className="pills">
        <legend className="visually-hidden">Form</legend>
        {SYMBOLIC_FORMS.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="symbolic-form"
              checked={form === each}
              onChange={() => change({ symbolicForm: each })}
            />
            {each === 'rules' ? 'By the rules alone' : 'Simplified'}
          </label>
        ))}
      </fieldset>
      {shown && <SymbolicExpression question={question} size={shown} />}
    </>
  )
}

/** How large it is in each form. */
function Sizes({ answer: { simplified, raw } }: { readonly answer: SymbolicAnswer }) {
  if (!simplified || !raw) return null
  const rows = [
    ['By the rules alone', raw.operations],
    ['Simplified', simplified.operations],
    ['Simplified, equal parts once', simplified.sharedOperations],
  ] as const
  return (
    <table className="methods-table" aria-label="Size of the expression">
      <thead>
        <tr>
          <td />
          <th scope="col">operations</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, count]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <Count of={count} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
