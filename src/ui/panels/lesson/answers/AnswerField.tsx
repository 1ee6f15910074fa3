import type { AnswerTaking } from '../../../../lessons/questions/judgement.ts'
import { ChoiceAnswer } from './ChoiceAnswer.tsx'
import { NodeAnswer } from './NodeAnswer.tsx'
import { TypedAnswer } from './TypedAnswer.tsx'

interface Props {
  readonly taking: AnswerTaking
  readonly onGive: (given: string) => void
}

/** Takes an answer as the question wants it. */
export function AnswerField({ taking, onGive }: Props) {
  if (taking.by === 'choice') return <ChoiceAnswer taking={taking} onGive={onGive} />
  if (taking.by === 'node') return <NodeAnswer taking={taking} onGive={onGive} />
  return (
    <TypedAnswer
      label={taking.label}
      placeholder={taking.by === 'text' ? taking.placeholder : ''}
      isCount={taking.by === 'count'}
      onGive={onGive}
    />
  )
}
