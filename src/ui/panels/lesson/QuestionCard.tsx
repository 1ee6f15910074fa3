import { useState } from 'react'
import type { LessonQuestion, LessonScene } from '../../../lessons/lesson.ts'
import type { AskedQuestion } from '../../../lessons/questions/asked.ts'
import { noteAttempt, noteShown, questionId, tryAgain, useAnswers } from '../../../state/lesson/answers.ts'
import { goForth } from '../../../state/lesson/running.ts'
import { movesOf } from '../../../state/lesson/store.ts'
import { useGradual } from '../../../state/store.ts'
import { late } from '../../kit/late/late.tsx'
import { Prose } from '../../kit/prose/Prose.tsx'
import { AnswerField } from './answers/AnswerField.tsx'
import { ExamAnswer } from './ExamAnswer.tsx'
import { Countdown } from './room/Countdown.tsx'
import { Histogram } from './room/Histogram.tsx'
import { useAsked } from './useAsked.ts'
import { useExam } from './useExam.ts'
import { Verdict } from './Verdict.tsx'

const BrokenRun = late('The engine with a bug', () => import('./BrokenRun.tsx'))

interface Props {
  readonly question: LessonQuestion
  readonly scene: LessonScene
  /** Moves that are made: the first of them shows the answer. */
  readonly made: number
}

/**
 * The question of a scene: what is asked, the answer, what it comes to, hints, and the reveal. Once the answer is told, by
 * whatever press, the question is over; it is asked anew where the scene is set again.
 */
export function QuestionCard({ question, scene, made }: Props) {
  const asked = useAsked(scene, made)
  const id = questionId(useGradual(({ lesson }) => lesson) ?? '', scene.id)
  const [hints, setHints] = useState(0)
  const exam = useExam()
  const isRight = useAnswers(({ outcomes }) => outcomes[id]?.right ?? false)
  const isShown = useAnswers(({ outcomes }) => outcomes[id]?.shown ?? false)
  const hasMoves = movesOf(scene).length > 0
  if (asked === null) return null
  if ('says' in asked) return <p className="lesson-question">This question is not asked here: {asked.says}</p>
  const isOver = exam === 'over' || (exam === 'none' && (made > 0 || (isShown && !hasMoves)))
  const show = () => {
    noteShown(id)
    if (hasMoves) void goForth()
  }
  return (
    <section className="lesson-question" aria-label="Question">
      <Prose text={question.question} />
      {made === 0 ? <Countdown /> : <Histogram asked={asked} scene={scene} />}
      {asked.question.of.startsWith('bug ') && (
        <BrokenRun asked={asked} told={isOver || (exam === 'none' && (isRight || isShown))} />
      )}
      {exam === 'open' ? <ExamAnswer asked={asked} id={id} /> : <Answering asked={asked} id={id} isOver={isOver} />}
      {exam === 'none' && !isOver && (
        <div className="lesson-help">
          {asked.hints.slice(0, hints).map((hint) => (
            <Prose key={hint} text={hint} />
          ))}
          {hints < asked.hints.length && (
            <button type="button" className="button-quiet" onClick={() => setHints(hints + 1)}>
              Hint
            </button>
          )}
          <button type="button" className="button-quiet" onClick={show}>
            Show the answer
          </button>
        </div>
      )}
    </section>
  )
}

interface AnsweringProps {
  readonly asked: AskedQuestion
  readonly id: string
  /** Whether it can no longer be answered, and the answer stands there. */
  readonly isOver: boolean
}

function Answering({ asked, id, isOver }: AnsweringProps) {
  const last = useAnswers((state) => state.last[id])
  const isRight = last?.judgement.verdict === 'right'
  const give = (given: string) => noteAttempt(id, { given, judgement: asked.judge(given) })
  return (
    <>
      {!isRight && !isOver && <AnswerField taking={asked.taking} onGive={give} />}
      <div aria-live="polite">
        {last && <Verdict attempt={last} />}
        {isOver && (
          <p className="lesson-key" tabIndex={-1} data-heir>
            The answer:{' '}
            <strong>
              {asked.taking.by === 'choice' ? <Prose text={asked.words.shown} inline /> : asked.words.shown}
            </strong>
          </p>
        )}
      </div>
      {isRight && !isOver && (
        <button type="button" className="button-quiet" data-heir onClick={() => tryAgain(id)}>
          Answer again
        </button>
      )}
    </>
  )
}
