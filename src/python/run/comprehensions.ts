import type { PyComprehension, PyExpression } from '../parse/pySyntax.ts'
import { Dictionary, List, type PyValue } from '../values/values.ts'
import type { Interpreting } from './interpreting.ts'
import { keyOf } from './operators.ts'
import { PyScope } from './scope.ts'

/** `[x**2 for x in xs if x > 0]`, in a scope of its own; what it goes through first is computed outside. */
export function comprehended(run: Interpreting, expression: PyExpression & PyComprehension, scope: PyScope): PyValue {
  const inside = new PyScope('comprehension', scope)
  const items: PyValue[] = []
  const dictionary = new Dictionary()
  const rounds = (k: number): void => {
    const clause = expression.clauses[k]
    if (!clause) {
      const item = run.evaluate(expression.item, inside)
      if (expression.value) dictionary.items.set(keyOf(item, expression.item), run.evaluate(expression.value, inside))
      else items.push(item)
    } else if (clause.kind === 'if') {
      if (run.truth(run.evaluate(clause.condition, inside), clause.condition)) rounds(k + 1)
    } else
      for (const item of run.items(run.evaluate(clause.over, k === 0 ? scope : inside), clause.over)) {
        run.step(clause.over)
        run.assign(clause.target, item, inside)
        rounds(k + 1)
      }
  }
  rounds(0)
  return expression.of === 'dictionary' ? dictionary : new List(items)
}
