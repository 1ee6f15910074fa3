import { habitualMistakes, localMistakes, termForgotten } from '../mistakes/index.ts'
import { byBranch, contributionMissing, overwritten } from './atBranches.ts'
import { atOneNode } from './atOneNode.ts'
import { Case, type DerivativeSample, type Exercise, LEAST_POINTS, type Mistake, mistakeOf } from './case.ts'
import { everywhere } from './everywhere.ts'
import { ofAnother } from './ofAnother.ts'

export type { DerivativeSample, Exercise, Mistake } from './case.ts'

/** Points at which a mistake is tried. */
const MOST_POINTS = 6
/** Graphs of more nodes are not searched. */
const MOST_SEARCHED = 2000

/** The likeliest mistake that explains the typed derivative at every sample, the simplest first; null if none does. */
export function diagnose(question: Exercise, all: readonly DerivativeSample[]): Mistake | null {
  const samples = all.filter(isUsable).slice(0, MOST_POINTS)
  if (samples.length < LEAST_POINTS || question.graph.size > MOST_SEARCHED) return null
  const wrong = new Case(question, samples)
  return oneCaseOnly(wrong) ?? numbersPutIn(wrong) ?? likeliest(wrong)
}

/** The likeliest mistake that leads to a number in place of the derivative at one point; null if none does. */
export function diagnoseNumber(question: Exercise, sample: DerivativeSample): Mistake | null {
  if (!isUsable(sample) || isRight(sample) || question.graph.size > MOST_SEARCHED) return null
  return likeliest(new Case(question, [sample], 1))
}

function likeliest(wrong: Case): Mistake | null {
  return (
    byBranch(wrong) ??
    first(localMistakes, (mistake) => atOneNode(wrong, mistake)) ??
    overwritten(wrong, (uses) => uses === 2) ??
    atOneNode(wrong, termForgotten) ??
    overwritten(wrong, (uses) => uses > 2) ??
    contributionMissing(wrong) ??
    first(habitualMistakes, (mistake) => everywhere(wrong, mistake)) ??
    ofAnother(wrong)
  )
}

const isUsable = ({ typed, derivative }: DerivativeSample): boolean =>
  Number.isFinite(typed) && Number.isFinite(derivative)

/** Whether the typed derivative is right at a point. */
export const isRight = ({ typed, derivative, tolerance }: DerivativeSample): boolean =>
  typed === derivative || Math.abs(typed - derivative) <= tolerance

/** Right at several points and wrong at others: max, where and their kin have a derivative for each case. */
function oneCaseOnly({ samples }: Case): Mistake | null {
  if (samples.filter(isRight).length < 2) return null
  const says =
    'Right at some points and wrong at others: the function has another rule there, and so a derivative for each case.'
  return mistakeOf('one case only', says)
}

/** Numbers are typed with a few digits. */
const DIGITS = 2e-3

/** The same number at each sample, right at the first. */
function numbersPutIn({ samples: [{ typed, derivative }, ...others] }: Case): Mistake | null {
  const isConstant = others.every((sample) => sample.typed === typed)
  const isClose = Math.abs(typed - derivative) <= DIGITS * Math.abs(derivative)
  if (!isConstant || !isClose) return null
  const says = 'Right at this point only: you have put in the numbers. Write the names of the inputs instead.'
  return mistakeOf('numbers put in', says)
}

function first<Item, Found>(items: readonly Item[], find: (item: Item) => Found | null): Found | null {
  for (const item of items) {
    const found = find(item)
    if (found !== null) return found
  }
  return null
}
