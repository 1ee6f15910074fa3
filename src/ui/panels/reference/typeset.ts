import { expressionLatex } from '../../../notation/latex.ts'
import { latexName } from '../../../notation/names.ts'
import { spokenExpression } from '../../../notation/spoken.ts'
import { partialFormula } from '../../../primitives/formula.ts'
import { numberedNames, operandNames } from '../../../primitives/operands.ts'
import type { Primitive } from '../../../primitives/primitive.ts'

/** How many operands stand for any number of them. */
const SHOWN = 3

/** How many operands the reference shows. */
function operandCount({ arity }: Primitive): number {
  if (typeof arity === 'number') return arity
  return Math.min(arity.most, Math.max(arity.least, SHOWN))
}

/** As the formulas of its record name them: of a reduction the entries that it takes. */
const operands = (primitive: Primitive): readonly string[] =>
  typeof primitive.arity === 'number'
    ? operandNames(primitive, primitive.arity)
    : numberedNames(operandCount(primitive))

/** v = sin x */
export const valueLatex = (primitive: Primitive): string =>
  `v = ${primitive.latex(...operands(primitive).map((name) => latexName(name)))}`

export interface SpokenFormula {
  readonly latex: string
  readonly speech: string
}

/** ∂v/∂x = cos x, for each operand. */
export const partialFormulas = (primitive: Primitive): readonly SpokenFormula[] =>
  operands(primitive).map((name, slot) => {
    const formula = partialFormula(primitive, slot, operandCount(primitive)).tree
    return {
      latex: `\\frac{\\partial v}{\\partial ${latexName(name)}} = ${expressionLatex(formula)}`,
      speech: `The partial of v by ${name} is ${spokenExpression(formula)}`,
    }
  })

/** A program that applies the function at its first sample. */
export function programFor(primitive: Primitive): string {
  const names = operands(primitive)
  const at = primitive.samples.find(({ length }) => length === names.length) ?? names.map((_, slot) => slot + 1)
  const inputs = names.map((name, slot) => `${name} = ${at[slot]}`)
  return [...inputs, `f = ${application(primitive, names)}`].join('\n')
}

function application({ name, operator, arity }: Primitive, names: readonly string[]): string {
  if (operator && arity === 1) return operator + names[0]
  if (operator && arity === 2) return names.join(` ${operator} `)
  return `${name}(${names.join(', ')})`
}
