import { useId } from 'react'
import type { AnswerTaking } from '../../../../lessons/questions/judgement.ts'
import { Prose } from '../../../kit/prose/Prose.tsx'

interface Props {
  readonly taking: Extract<AnswerTaking, { readonly by: 'choice' }>
  readonly onGive: (given: string) => void
}

/** One of several: a press answers. */
export function ChoiceAnswer({ taking, onGive }: Props) {
  const id = useId()
  return (
    <fieldset className="lesson-choices" aria-labelledby={id}>
      <legend id={id} className="visually-hidden">
        {taking.label}
      </legend>
      {taking.choices.map(({ token, shown }) => (
        <button key={token} type="button" className="button" onClick={() => onGive(token)}>
          <Prose text={shown} inline />
        </button>
      ))}
    </fieldset>
  )
}
