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
import { exponentialSlips, powerSlips } from './powers.ts'
import { factorForgotten, productOfDerivatives, productSlips, wrongOperand } from './products.ts'
import { quotientSlips } from './quotients.ts'
import { differenceAsSum, minusForgotten, minusOfFunction, signWrong } from './signs.ts'
import type { LocalSlip } from './mistake.ts'
import { constantSlips, inputKept, sumAsProduct } from './sums.ts'
import { tableSlips } from './tableEntries.ts'

export { type LocalStep, localStep } from './localStep.ts'
export { type LocalSlip, type SlipKind, termOf, type Words } from './mistake.ts'
export { termForgotten } from './sums.ts'

/** Mistakes at one node. Where several explain the same derivative, the first is told. */
export const localSlips: readonly LocalSlip[] = [
  minusForgotten,
  innerForgotten,
  differenceAsSum,
  minusOfFunction,
  functionItself,
  ...tableSlips,
  ...quotientSlips,
  wrongOperand,
  ...productSlips,
  signWrong,
  factorForgotten,
  ...powerSlips,
  ...exponentialSlips,
  outerForgotten,
  outerMisplaced,
  outerAtInput,
  outerKept,
  innerItself,
  ...constantSlips,
  inputKept,
  sumAsProduct,
  notDifferentiated,
]

/** Mistakes that are made wherever they can be made, if at all. */
export const habitualSlips: readonly LocalSlip[] = [
  minusForgotten,
  innerOfFunctionForgotten,
  functionItself,
  minusOfFunction,
  productOfDerivatives,
]
