import type { Scheme } from '../../../../methods/differences.ts'
import { derivativesOf, type Question } from '../question.ts'
import { useSoon } from '../useSoon.ts'
import { type ErrorsAt, errorsOf } from './measured.ts'

/** The measured errors of one scheme; undefined while they are measured, null where that would take too long. */
export function useErrors(question: Question, scheme: Scheme): ErrorsAt | null | undefined {
  const key = `errors ${scheme} ${question.from.name} ${question.to.name}`
  const found = useSoon(question.primal, key, () => ({
    errors: errorsOf(question, derivativesOf(question).reverse, scheme),
  }))
  return found?.errors
}
