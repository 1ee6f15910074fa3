import { parse } from '../language/parse.ts'
import { postorder } from '../language/postorder.ts'
import type { Expression } from '../language/syntax.ts'
import { functionNamed, infixOperator, negation } from '../primitives/index.ts'
import type { Primitive } from '../primitives/primitive.ts'
import type { Algebra } from './algebra.ts'
import type { Term } from './term.ts'

/** Formulas that were read. */
const read = new Map<string, readonly Expression[]>()

/** A formula of the registry, operands before what reads them, the whole last. */
export function formulaSteps(formula: string): readonly Expression[] {
  const known = read.get(formula)
  if (known) return known
  const [statement] = parse(formula).program.statements
  if (statement?.kind !== 'expression') throw new Error(`Not a formula: ${formula}`)
  const steps = postorder(statement.value)
  read.set(formula, steps)
  return steps
}

/** A formula with terms in place of its names; a name that is not among them is a constant such as `pi`. */
export function formulaTerm(algebra: Algebra, formula: string, names: ReadonlyMap<string, Term>): Term {
  const results: Term[] = []
  for (const step of formulaSteps(formula))
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
