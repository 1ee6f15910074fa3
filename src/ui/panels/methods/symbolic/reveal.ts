import type { Question } from '../../../../methods/question.ts'
import { questionKey } from '../../../../state/choices/methods.ts'
import { withEnds } from '../../../../state/question.ts'
import { change, now } from '../../../../state/store.ts'

/** Shows the derivative to those who ask for it. */
export const reveal = ({ from, to }: Question): void =>
  change({
    ...withEnds({ from: from.name, to: to.name }),
    symbolicRevealed: new Set(now().symbolicRevealed).add(questionKey(to.name, from.name)),
  })
