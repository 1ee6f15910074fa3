import { tellsAnswers, useAnswers } from '../../../state/lesson/answers.ts'
import { useLesson } from '../../../state/lesson/store.ts'
import { useGradual } from '../../../state/store.ts'

/** Whether the lesson is an exam: while it is `open` nothing is told. */
export function useExam(): 'none' | 'open' | 'over' {
  const lesson = useLesson((state) => state.lesson)
  const name = useGradual((state) => state.lesson) ?? ''
  const isTold = useAnswers((state) => lesson === null || tellsAnswers(state, name, lesson))
  if (!lesson?.exam) return 'none'
  return isTold ? 'over' : 'open'
}
