import { NAMED_CONSTANTS } from '../graph/constants.ts'
import { operandsOf, postorder } from '../language/postorder.ts'
import { printExpression } from '../language/print.ts'
import type { Expression } from '../language/syntax.ts'
import { valueAtOperands } from '../primitives/atOperands.ts'
import { primitiveOf } from './formula.ts'

/** The value of an expression between numbers, given those of its names other than π and e: `x`, `W[0,1]`. */
export function expressionValue(expression: Expression, named: (name: string) => number | undefined): number {
  const values: number[] = []
  for (const step of postorder(expression, operandsWithin))
    if (step.kind === 'number') values.push(step.value)
    else if (step.kind === 'name') values.push(named(step.name) ?? NAMED_CONSTANTS.get(step.name) ?? Number.NaN)
    else if (step.kind === 'subscript') values.push(named(printExpression(step).replaceAll(' ', '')) ?? Number.NaN)
    else values.push(valueAtOperands(primitiveOf(step), values.splice(-operandsOf(step).length)))
  return values[0]
}

/** An entry of an array is one name. */
const operandsWithin = (expression: Expression): readonly Expression[] =>
  expression.kind === 'subscript' ? [] : operandsOf(expression)
