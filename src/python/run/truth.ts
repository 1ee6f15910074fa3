import type { Span } from '../../language/syntax.ts'
import { PyNumber } from '../values/numbered.ts'
import { Dictionary, Instance, List, NONE, type PyValue, Text, Tuple } from '../values/values.ts'
import { methodOf } from './classes.ts'
import type { Interpreting } from './interpreting.ts'

/** What `if` takes a value for. */
export function truthOf(run: Interpreting, value: PyValue, at: Span): boolean {
  if (value instanceof PyNumber) {
    const holds = run.library.isTrue(run, value, at)
    if (run.trace.isTraced(value)) run.decided(value, holds, at)
    return holds
  }
  if (value instanceof Text) return !value.isKnown || value.text.length > 0
  if (value instanceof List || value instanceof Tuple) return value.items.length > 0
  if (value instanceof Dictionary) return value.items.size > 0
  if (value instanceof Instance) {
    const method = methodOf(run, value, '__bool__') ?? methodOf(run, value, '__len__')
    if (method) return run.truth(run.call(method, { positional: [], keywords: new Map(), at }), at)
  }
  return value !== NONE
}
