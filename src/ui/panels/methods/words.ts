import type { Question } from '../../../methods/question.ts'
import { latexName } from '../../../notation/names.ts'
import { short } from '../../../notation/numbers.ts'

/** ∂f/∂x₁ in LaTeX. */
export const derivativeLatex = ({ from, to }: Pick<Question, 'from' | 'to'>): string =>
  `\\frac{\\partial ${latexName(to.name)}}{\\partial ${latexName(from.name)}}`

/** `exact`, or how large a relative error is; a dash where there is nothing to compare. */
export const errorText = (error: number): string => (error === 0 ? 'exact' : Number.isNaN(error) ? '–' : roughly(error))

/** Two significant figures. */
export const roughly = (x: number): string => short(Number(x.toPrecision(2)))
