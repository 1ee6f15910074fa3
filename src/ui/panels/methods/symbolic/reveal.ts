import { questionKey } from '../../../../state/choices/methods.ts'
import { change, now } from '../../../../state/store.ts'
import type { Question } from '../question.ts'

/** Shows the derivative to those who ask for it. */
export const reveal = ({ from, to }: Question): void =>
  change({
    ...{ questionInput: from.name, questionOutput: to.name },
    symbolicRevealed: new Set(now().symbolicRevealed).add(questionKey(to.name, from.name)),
  })
