import type { Lesson } from '../../../lessons/lesson.ts'
import { nameOfRound, roundNamed } from '../../../lessons/practice/roundName.ts'
import { handIn, type Outcome, questionId, useAnswers } from '../../../state/lesson/answers.ts'
import { openLesson } from '../../../state/lesson/running.ts'
import { useGradual } from '../../../state/store.ts'
import { useExam } from './useExam.ts'

/** What came of the questions, at the end of an exam or of a round of practice. */
export function LessonEnd({ lesson }: { readonly lesson: Lesson }) {
  const name = useGradual((state) => state.lesson) ?? ''
  const exam = useExam()
  const outcomes = useAnswers((state) => state.outcomes)
  const round = roundNamed(name)
  if (!lesson.exam && !round) return null
  const asked = lesson.scenes.filter(({ ask }) => ask)
  const made = asked.flatMap(({ id }) => outcomes[questionId(name, id)] ?? [])
  return (
    <section className="lesson-question" aria-label="Result">
      <p aria-live="polite">{resultSaid(made, asked.length, exam)}</p>
      <div className="lesson-help">
        {exam === 'open' && (
          <button type="button" className="button" onClick={() => handIn(name, lesson)}>
            Hand in
          </button>
        )}
        {exam !== 'open' && round && (
          <button
            type="button"
            className="button"
            data-heir
            onClick={() => openLesson(nameOfRound({ ...round, seed: round.seed + 1 }))}
          >
            Next ten
          </button>
        )}
      </div>
    </section>
  )
}

function resultSaid(made: readonly Outcome[], asked: number, exam: ReturnType<typeof useExam>): string {
  const right = made.filter((each) => each.right)
  if (exam === 'open') return `${made.length} of ${asked} are answered.`
  if (exam === 'over') return `Handed in: ${right.length} of ${asked} are right. Go back to see the answers.`
  const atOnce = right.filter(({ wrong, shown }) => wrong === 0 && !shown)
  return `${right.length} of ${asked} are right, ${atOnce.length} of them at once.`
}
