import { useEffect, useState } from 'react'
import type { Primal } from '../../../autodiff/pass.ts'
import { ask } from '../../../state/accountant.ts'
import type { CostQuestion, Questions } from '../../../state/costQuestions.ts'

/** The answer to a question about the point; until it comes, the one before. What is asked has to be plain data. */
export function useAnswer<K extends CostQuestion>(
  primal: Primal,
  kind: K,
  asks: Questions[K]['asks'],
): Questions[K]['answer'] | null {
  const [known, know] = useState<{ primal: Primal; answer: Questions[K]['answer'] } | null>(null)
  const text = JSON.stringify(asks)
  useEffect(() => {
    let isWanted = true
    ask(primal, kind, JSON.parse(text), (answer) => isWanted && know({ primal, answer }))
    return () => {
      isWanted = false
    }
  }, [primal, kind, text])
  return known?.primal === primal ? known.answer : null
}
