import type { LessonQuestion } from '../lesson.ts'
import type { AnswerChoice } from './judgement.ts'

/** The choices of a question. What stands before the first colon is the token, what stands after it is shown. */
export const choicesOf = ({ choices = [] }: LessonQuestion): (AnswerChoice & { readonly whole: string })[] =>
  choices.map((whole) => {
    const [, token = whole, shown = whole] = /^([^:]+):\s*(\S.*)$/s.exec(whole) ?? []
    return { token: token.trim(), shown: shown.trim(), whole }
  })
