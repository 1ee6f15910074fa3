import { INPUT } from '../../graph/graph.ts'
import { LATEX, type Medium, SPEECH } from '../../notation/media.ts'
import { formulaSum, numericSum, operationEquation, productSum, symbolicSum, valueEquation } from '../equations.ts'
import { isPartialHidden } from '../withheld.ts'
import { resultOf, type Situation } from './situation.ts'

/** A line of mathematics, and how it is said. */
export interface Maths {
  readonly latex: string
  readonly speech: string
}

/** The mathematics of a step from the rule to the number; a line that would say nothing new is null. */
export interface StepMaths {
  /** With ∂-symbols; for a value, the operation. */
  readonly rule: Maths
  /** With the formulas of the local partials. */
  readonly formula: Maths | null
  readonly numbers: Maths | null
  /** The products and their sum, as far as they have arrived; for a value, the value. */
  readonly sum: Maths | null
}

export const both = (write: (medium: Medium) => string): Maths => ({ latex: write(LATEX), speech: write(SPEECH) })

export const mathsOf = (situation: Situation): StepMaths =>
  situation.pass.kind === 'primal' ? primalMaths(situation) : derivativeMaths(situation)

function primalMaths({ pass, graph, node, arrived, terms }: Situation): StepMaths {
  const value = both((medium) => valueEquation(pass, node, medium))
  if (graph.op[node] === INPUT) return { rule: value, formula: null, numbers: null, sum: null }
  return {
    rule: both((medium) => operationEquation(pass, node, medium, false)),
    formula: null,
    numbers: both((medium) => operationEquation(pass, node, medium, true)),
    sum: arrived === terms.length ? value : null,
  }
}

function derivativeMaths(situation: Situation): StepMaths {
  const { terms, arrived } = situation
  const rule = both((medium) => symbolicSum(situation, medium))
  if (terms.length === 0) return { rule, formula: null, numbers: null, sum: null }
  const { primal } = situation.pass
  const asks = terms.some(({ edge }) => isPartialHidden(primal, edge))
  // The number may stand although the partials that lead to it are hidden.
  const told = { ...situation, seed: resultOf(situation), terms: [] }
  const sum = both((medium) =>
    asks && arrived === terms.length ? productSum(told, medium, 0) : productSum(situation, medium, arrived),
  )
  return {
    rule,
    formula: asks
      ? null
      : newBeside(
          rule,
          both((medium) => formulaSum(situation, medium)),
        ),
    numbers: asks
      ? null
      : newBeside(
          sum,
          both((medium) => numericSum(situation, medium)),
        ),
    sum,
  }
}

export const newBeside = (shown: Maths, line: Maths): Maths | null => (line.latex === shown.latex ? null : line)
