import { type Hand, handOf } from '../../../../methods/hand.ts'
import type { Question } from '../../../../methods/question.ts'
import { questionKey } from '../../../../state/choices/methods.ts'
import { useGradual } from '../../../../state/store.ts'
import { useSoon } from '../useSoon.ts'

/** What was typed for the derivative at hand, and what it comes to; null while nothing is typed, or it is being checked. */
export function useHand(question: Question): { readonly text: string; readonly hand: Hand | null } {
  const key = questionKey(question.to.name, question.from.name)
  const text = useGradual(({ handTyped }) => handTyped[key] ?? '')
  const isBlank = text.trim() === ''
  const hand = useSoon(question.primal, `hand ${key} ${text}`, () => (isBlank ? null : handOf(question, text)))
  return { text, hand: isBlank ? null : hand }
}
