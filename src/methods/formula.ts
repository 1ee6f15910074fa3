import type { Expression } from '../language/syntax.ts'
import type { ParsedFormula } from '../primitives/formula.ts'
import { functionNamed, infixOperator, negation } from '../primitives/index.ts'
import type { Primitive } from '../primitives/primitive.ts'
import type { Algebra } from './algebra.ts'
import type { SymbolicTerm } from './term.ts'

/** What a formula says of its names; a name that is not among them stands for itself. */
export function formulaTerm(
  algebra: Algebra,
  { steps }: ParsedFormula,
  names: ReadonlyMap<string, SymbolicTerm>,
): SymbolicTerm {
  const results: SymbolicTerm[] = []
  for (const step of steps)
    if (step.kind === 'number') results.push(algebra.number(step.value))
    else if (step.kind === 'name') results.push(names.get(step.name) ?? algebra.constant(step.name))
    else results.push(algebra.apply(primitiveOf(step), results.splice(-countOf(step))))
  return results[0]
}

const countOf = (step: Expression): number =>
  step.kind === 'call' ? step.operands.length : step.kind === 'infix' ? 2 : 1

/** Formulas between numbers call nothing else. */
export function primitiveOf(step: Expression): Primitive {
  if (step.kind === 'infix' && step.operator !== '@') return infixOperator(step.operator)
  return step.kind === 'call' ? (functionNamed(step.callee) as Primitive) : negation
}
