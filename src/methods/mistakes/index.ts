import {
  functionItself,
  innerForgotten,
  innerItself,
  innerOfFunctionForgotten,
  notDifferentiated,
  outerAtInput,
  outerForgotten,
  outerKept,
  outerMisplaced,
} from './chains.ts'
import type { LocalMistake } from './mistake.ts'
import { exponentialMistakes, powerMistakes } from './powers.ts'
import { factorForgotten, productMistakes, productOfDerivatives, wrongOperand } from './products.ts'
import { quotientMistakes } from './quotients.ts'
import { differenceAsSum, minusForgotten, minusOfFunction, signWrong } from './signs.ts'
import { constantMistakes, inputKept, sumAsProduct } from './sums.ts'
import { tableMistakes } from './tableEntries.ts'

export { type LocalStep, localStep } from './localStep.ts'
export { type LocalMistake, type MistakeKind, termOf } from './mistake.ts'
export { termForgotten } from './sums.ts'

/** Mistakes at one node. Where several explain the same derivative, the first is told. */
export const localMistakes: readonly LocalMistake[] = [
  minusForgotten,
  innerForgotten,
  differenceAsSum,
  minusOfFunction,
  functionItself,
  ...tableMistakes,
  ...quotientMistakes,
  wrongOperand,
  ...productMistakes,
  signWrong,
  factorForgotten,
  ...powerMistakes,
  ...exponentialMistakes,
  outerForgotten,
  outerMisplaced,
  outerAtInput,
  outerKept,
  innerItself,
  ...constantMistakes,
  inputKept,
  sumAsProduct,
  notDifferentiated,
]

/** Mistakes that are made wherever they can be made, if at all. */
export const habitualMistakes: readonly LocalMistake[] = [
  minusForgotten,
  innerOfFunctionForgotten,
  functionItself,
  minusOfFunction,
  productOfDerivatives,
]
