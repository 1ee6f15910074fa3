import { useMemo } from 'react'
import type { LessonQuestion } from '../../../lessons/lesson.ts'
import { askedIn } from '../../../lessons/questions/asked.ts'
import type { Setting } from '../../../lessons/questions/setting.ts'
import { Prose } from '../../kit/prose/Prose.tsx'

interface Props {
  readonly question: LessonQuestion
  readonly setting: Setting | null
}

/** Slips that are shown: the likeliest come first. */
const MOST = 8

/** What the question becomes on the screen’s program: the answer and its likely slips; or why it cannot be asked. */
export function QuestionPreview({ question, setting }: Props) {
  const found = useMemo(() => {
    if (!setting) return null
    const asked = askedIn(setting, question)
    return 'says' in asked
      ? asked
      : { answer: asked.words.shown, slips: asked.slips().slice(0, MOST), hints: asked.hints }
  }, [question, setting])
  if (!found) return <p>The program on the screen has to be right before an answer can be computed.</p>
  if ('says' in found)
    return (
      <p className="lesson-fault" role="status">
        Cannot be computed: {found.says}
      </p>
    )
  return (
    <div className="prose-preview">
      <p role="status">
        The answer: <strong>{question.kind === 'choice' ? <Prose text={found.answer} inline /> : found.answer}</strong>
      </p>
      {found.slips.length > 0 && (
        <>
          <p>Likely slips, told by their value:</p>
          <ul>
            {found.slips.map(({ shown, slip }) => (
              <li key={`${shown} ${slip}`}>
                <code>{shown}</code>: <Prose text={slip} inline />
              </li>
            ))}
          </ul>
        </>
      )}
      {found.hints.length > 0 && (
        <>
          <p>Hints, one after the other:</p>
          <ul>
            {found.hints.map((hint) => (
              <li key={hint}>
                <Prose text={hint} inline />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
