import { type Attempt, tellsAnswers, useAnswers } from '../lesson/answers.ts'
import { useLesson } from '../lesson/store.ts'
import { tell } from './host.ts'

/** Tells the host what is answered to a question, and whether it is right; not in an exam that is not handed in. */
export const followAnswers = (): (() => void) =>
  useAnswers.subscribe(({ last }, before) => {
    for (const [id, attempt] of Object.entries(last))
      if (attempt !== before.last[id] && mayTell()) tellAnswer(id, attempt)
  })

function mayTell(): boolean {
  const { name, lesson } = useLesson.getState()
  return name === null || lesson === null || tellsAnswers(useAnswers.getState(), name, lesson)
}

function tellAnswer(id: string, { given, judgement }: Attempt): void {
  if (judgement.verdict === 'unreadable') return
  const slip = judgement.verdict === 'wrong' ? judgement.slip : null
  tell({ type: 'answer', id, given, right: judgement.verdict === 'right', ...(slip !== null && { slip }) })
}
