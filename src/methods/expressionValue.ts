import { NAMED_CONSTANTS } from '../graph/constants.ts'
import { postorder } from '../language/postorder.ts'
import type { Expression } from '../language/syntax.ts'
import { valueAt } from '../primitives/atOperands.ts'
import { primitiveOf } from './formula.ts'

/** The value of an expression between numbers, given those of its names other than π and e. */
export function expressionValue(expression: Expression, named: (name: string) => number | undefined): number {
  const values: number[] = []
  for (const step of postorder(expression))
    if (step.kind === 'number') values.push(step.value)
    else if (step.kind === 'name') values.push(named(step.name) ?? NAMED_CONSTANTS.get(step.name) ?? Number.NaN)
    else {
      const count = step.kind === 'call' ? step.operands.length : step.kind === 'infix' ? 2 : 1
      values.push(valueAt(primitiveOf(step), values.splice(-count)))
    }
  return values[0]
}
