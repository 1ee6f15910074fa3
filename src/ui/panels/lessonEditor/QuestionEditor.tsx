import { ANSWER_KINDS, type AnswerKind, type LessonQuestion, type LessonScene } from '../../../lessons/lesson.ts'
import { ChoicesEditor } from './ChoicesEditor.tsx'
import { KeyEditor } from './KeyEditor.tsx'
import { ProseField } from './ProseField.tsx'
import { QuestionPreview } from './QuestionPreview.tsx'
import { SlipsEditor } from './SlipsEditor.tsx'
import { suggestedKey } from './suggestedKey.ts'
import { useSetting } from './useSetting.ts'

interface Props {
  readonly scene: LessonScene
  /** Edits of one field after the other, by its name, are one. */
  readonly onQuestion: (question: LessonQuestion | undefined, of?: string) => void
}

const KINDS: Readonly<Record<AnswerKind, string>> = {
  number: 'a number, or an array',
  expression: 'an expression',
  shape: 'a shape',
  node: 'a node of the graph',
  count: 'a count',
  choice: 'one of several choices',
}

/** The question of a scene, with the key that the engine computes for it. */
export function QuestionEditor({ scene, onQuestion }: Props) {
  const setting = useSetting(scene)
  const { ask } = scene
  if (!ask)
    return (
      <fieldset className="lesson-part">
        <legend>Question</legend>
        <button
          type="button"
          className="button"
          data-heir
          onClick={() => onQuestion({ question: '', kind: 'number', of: suggestedKey(setting, 'number') })}
        >
          Add a question
        </button>
      </fieldset>
    )
  const put = (change: Partial<LessonQuestion>, of?: string) => onQuestion({ ...ask, ...change }, of && `ask ${of}`)
  const turnTo = (kind: AnswerKind) => {
    const { choices, ...rest } = ask
    const of = suggestedKey(setting, kind)
    onQuestion(
      kind === 'choice' ? { ...rest, kind, of, choices: choices ?? ['forward', 'reverse'] } : { ...rest, kind, of },
    )
  }
  return (
    <fieldset className="lesson-part">
      <legend>Question</legend>
      <ProseField label="Question" text={ask.question} onText={(question) => put({ question }, 'question')} />
      <label className="lesson-field">
        The answer is
        <select value={ask.kind} onChange={({ target }) => turnTo(target.value as AnswerKind)}>
          {ANSWER_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {KINDS[kind]}
            </option>
          ))}
        </select>
      </label>
      <KeyEditor question={ask} setting={setting} onKey={(of) => put({ of }, 'of')} />
      {ask.kind === 'choice' && (
        <ChoicesEditor choices={ask.choices ?? []} onChoices={(choices) => put({ choices }, 'choices')} />
      )}
      <QuestionPreview question={ask} setting={setting} />
      <SlipsEditor slips={ask.slips ?? []} onSlips={(slips) => put({ slips }, 'slips')} />
      <ProseField label="Hint" text={ask.hint ?? ''} onText={(hint) => onQuestion(withHint(ask, hint), 'ask hint')} />
      <button type="button" className="button" onClick={() => onQuestion(undefined)}>
        Delete the question
      </button>
    </fieldset>
  )
}

function withHint({ hint: _, ...rest }: LessonQuestion, hint: string): LessonQuestion {
  return hint === '' ? rest : { ...rest, hint }
}
