import { grouped } from '../../language/words.ts'
import type { PyStatement } from '../parse/pySyntax.ts'
import { Refusal } from '../values/refusal.ts'
import { List } from '../values/values.ts'
import type { Flow, Interpreting } from './interpreting.ts'
import { MAX_WHILE } from './limits.ts'
import type { PyScope } from './scope.ts'

/** `for target in over:`, with its `else`, which runs unless the loop is left. */
export function loopFor(run: Interpreting, statement: PyStatement & { kind: 'for' }, scope: PyScope): Flow {
  const over = run.evaluate(statement.over, scope)
  const given = run.items(over, statement.over)
  // A list that changes in its own loop is gone through as it changes.
  const items = () => (over instanceof List ? over.items : given)
  const flow = run.rounds('for', statement, (count) => {
    if (count >= items().length) return 'over'
    run.assign(statement.target, items()[count], scope)
    return run.execute(statement.body, scope)
  })
  return leaving(run, flow, statement.otherwise, scope)
}

/** `while condition:`, to a stated count of rounds. */
export function loopWhile(run: Interpreting, statement: PyStatement & { kind: 'while' }, scope: PyScope): Flow {
  const flow = run.rounds('while', statement, (count) => {
    if (!run.truth(run.evaluate(statement.condition, scope), statement.condition)) return 'over'
    if (count === MAX_WHILE)
      throw new Refusal(
        `This loop goes on after ${grouped(MAX_WHILE)} rounds; it is run so far at most.`,
        statement.condition,
      )
    return run.execute(statement.body, scope)
  })
  return leaving(run, flow, statement.otherwise, scope)
}

function leaving(run: Interpreting, flow: Flow | 'over', otherwise: readonly PyStatement[], scope: PyScope): Flow {
  if (flow === 'over') return run.execute(otherwise, scope)
  return flow === 'break' ? 'end' : flow
}
