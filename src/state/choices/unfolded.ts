import { PROGRAM } from './belonging.ts'
import { setOf } from './choice.ts'
import { compactNumber, listOf, oneOf } from './form.ts'

/** The parts of chapters and of the ledger that unfold. */
const FOLDS = [
  ...(['seeds', 'second', 'compressed'] as const),
  ...(['cycle', 'factored', 'swell'] as const),
  ...(['model', 'forwardAlive', 'reverseAlive'] as const),
  ...(['settings', 'unfit'] as const),
]
export type FoldName = (typeof FOLDS)[number]

export const unfolding = {
  /** Those that are unfolded. */
  unfolded: setOf('unfolded', listOf(oneOf(FOLDS)), PROGRAM),
  /** The terms of the step whose local Jacobians are unfolded, by their place. */
  localJacobians: setOf('local', listOf(compactNumber), PROGRAM),
}
