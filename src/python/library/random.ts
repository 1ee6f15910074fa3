import type { Running } from '../run/running.ts'
import { NONE, type PyValue } from '../values/values.ts'
import type { LibraryCall } from './call.ts'
import { Draws, drawn, placed } from './numpy/random.ts'
import { callables, defined, type LibraryFunction } from './table.ts'

const functions = (from: Draws): LibraryFunction[] => {
  const one = (call: LibraryCall, kind: 'uniform' | 'normal') => drawn(call, [], from.next(), kind)
  const between = (call: LibraryCall, low: number, high: number): PyValue =>
    low < high ? drawn(call, [], from.next(), { low, high }) : call.refuse(`${call.callee} has no number to draw.`)
  return [
    defined('seed', 'a=None', (call) => {
      from.reseed(call.has('a') ? call.whole('a') : 0)
      return NONE
    }),
    defined('random', '', (call) => one(call, 'uniform')),
    defined('uniform', 'a, b', (call) => {
      const [a, b] = [call.array('a'), call.array('b')]
      return placed(call, one(call, 'uniform'), a, call.apply('sub', [b, a]))
    }),
    defined('gauss normalvariate', 'mu=0.0, sigma=1.0', (call) =>
      placed(call, one(call, 'normal'), call.array('mu'), call.array('sigma')),
    ),
    defined('randint', 'a, b', (call) => between(call, call.whole('a'), call.whole('b') + 1)),
    defined('randrange', 'start, stop=None', (call) =>
      call.has('stop') ? between(call, call.whole('start'), call.whole('stop')) : between(call, 0, call.whole('start')),
    ),
    defined('choice', 'seq', (call) => {
      const items = call.running.items(call.value('seq'), call.at)
      if (items.length === 0) return call.refuse(`${call.callee} has nothing to choose from.`)
      return items[drawn(call, [], from.next(), { low: 0, high: items.length }).value.entries[0]]
    }),
  ]
}

/** Python's module `random`. */
export const pythonRandom = (running: Running): Map<string, PyValue> =>
  callables(running, 'python', 'random', functions(new Draws(0)))
