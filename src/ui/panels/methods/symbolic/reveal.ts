import { questionKey } from '../../../../state/methods.ts'
import { change, now } from '../../../../state/store.ts'
import type { Question } from '../question.ts'

/** Shows the derivative to those who ask for it. */
export const reveal = ({ from, to }: Question): void =>
  change({ from: from.name, to: to.name, revealed: new Set(now().revealed).add(questionKey(to.name, from.name)) })
