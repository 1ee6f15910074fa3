import { latexName } from '../../notation/names.ts'
import { short } from '../../notation/numbers.ts'
import { endSymbol } from '../chain/entries.ts'
import type { Question } from './question.ts'

/** For the screen: ∂f/∂x₁. */
export const derivativeSymbol = ({ from, to }: Pick<Question, 'from' | 'to'>): string =>
  `∂${endSymbol(to.name)}/∂${endSymbol(from.name)}`

/** In LaTeX. */
export const derivativeLatex = ({ from, to }: Pick<Question, 'from' | 'to'>): string =>
  `\\frac{\\partial ${latexName(to.name)}}{\\partial ${latexName(from.name)}}`

/** `exact`, or how large a relative error is. */
export const errorText = (error: number): string => (error === 0 ? 'exact' : short(Number(error.toPrecision(2))))
