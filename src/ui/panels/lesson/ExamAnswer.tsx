import type { AskedQuestion } from '../../../lessons/questions/asked.ts'
import { noteInExam, useAnswers } from '../../../state/lesson/answers.ts'
import { AnswerField } from './answers/AnswerField.tsx'

/** Takes an answer, and says only that it has it: until the exam is handed in, another one takes its place. */
export function ExamAnswer({ asked, id }: { readonly asked: AskedQuestion; readonly id: string }) {
  const last = useAnswers((state) => state.last[id])
  const hasOne = useAnswers((state) => state.outcomes[id] !== undefined)
  const give = (given: string) => noteInExam(id, { given, judgement: asked.judge(given) })
  const isRead = last && last.judgement.verdict !== 'unreadable'
  return (
    <>
      <AnswerField taking={asked.taking} onGive={give} />
      <div aria-live="polite">
        {last?.judgement.verdict === 'unreadable' && <p className="lesson-verdict">{last.judgement.message}</p>}
        {isRead && <p className="lesson-verdict">Noted: {last.given}. You can change it until you hand in.</p>}
        {!last && hasOne && (
          <p className="lesson-verdict">You have answered this. You can change it until you hand in.</p>
        )}
      </div>
    </>
  )
}
