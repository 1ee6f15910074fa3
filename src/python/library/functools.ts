import type { Running } from '../run/running.ts'
import { Refusal } from '../values/refusal.ts'
import { Callable, type PyValue } from '../values/values.ts'
import type { LibraryCall } from './call.ts'
import { callables, defined, type LibraryFunction } from './table.ts'

/** `partial(f, 2, n=3)`: a call of it is one of f with these before what else it is given. */
const partial = (running: Running): Callable =>
  new Callable('functools.partial', ({ positional: [callee, ...first], keywords: fixed, at: made }) => {
    if (callee === undefined) throw new Refusal('functools.partial begins with the function.', made)
    return new Callable('partial(…)', ({ positional, keywords, at }) =>
      running.call(callee, { positional: [...first, ...positional], keywords: new Map([...fixed, ...keywords]), at }),
    )
  })

function reduced(call: LibraryCall): PyValue {
  const items = [...call.running.items(call.value('iterable'), call.at)]
  const first = call.has('initial') ? call.value('initial') : items.shift()
  if (first === undefined) return call.refuse('reduce has nothing to begin with.')
  const combine = (a: PyValue, b: PyValue): PyValue =>
    call.running.call(call.value('function'), { positional: [a, b], keywords: new Map(), at: call.at })
  return items.reduce(combine, first)
}

const decorator = new Callable('decorator', ({ positional: [decorated] }) => decorated)

const FUNCTIONS: readonly LibraryFunction[] = [
  defined('reduce', 'function, iterable, initial=_', reduced),
  defined('cache', 'user_function', (call) => call.value('user_function')),
  defined('lru_cache', 'maxsize=None, typed=False', (call) =>
    call.value('maxsize') instanceof Callable ? call.value('maxsize') : decorator,
  ),
  defined('wraps', 'wrapped', () => decorator),
]

/** Python's module `functools`. What is cached is computed again, with the same numbers. */
export const functools = (running: Running): Map<string, PyValue> =>
  callables(running, 'python', 'functools', FUNCTIONS).set('partial', partial(running))
