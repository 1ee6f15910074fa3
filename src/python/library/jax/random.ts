import { PyNumber } from '../../values/numbered.ts'
import { Class, Instance, type PyValue, Tuple } from '../../values/values.ts'
import type { LibraryCall } from '../call.ts'
import { numberOf } from '../numbers.ts'
import { drawn, mixed, placed } from '../numpy/random.ts'
import { defined, type LibraryFunction } from '../table.ts'

const KEY = new Class('PRNGKey', [], new Map())

/** A key is its seed, and no number of the program. */
function keyOf(call: LibraryCall, seed: number): Instance {
  const key = new Instance(KEY)
  key.members.set('seed', numberOf(seed, call.at, 'int'))
  return key
}

function seedOf(call: LibraryCall): number {
  const key = call.value('key')
  const seed = key instanceof Instance && key.class === KEY ? key.members.get('seed') : undefined
  if (seed instanceof PyNumber) return seed.value.entries[0]
  return call.refuse(`${call.callee} takes a key, as jax.random.PRNGKey(0) makes it.`)
}

const split = (call: LibraryCall): PyValue => {
  const num = call.whole('num')
  if (num < 1 || num > 100_000) call.refuse(`${call.callee} makes 1 to 100,000 keys.`)
  return new Tuple(Array.from({ length: num }, (_, i) => keyOf(call, mixed(seedOf(call), i + 1))))
}

/** `jax.random`: the same key gives the same numbers. */
export const jaxRandom: readonly LibraryFunction[] = [
  defined('PRNGKey key', 'seed, *, impl=None?', (call) => keyOf(call, call.whole('seed'))),
  defined('split', 'key, num=2', split),
  defined('fold_in', 'key, data', (call) => keyOf(call, mixed(seedOf(call), call.whole('data')))),
  defined('normal', 'key, shape=(), dtype=None', (call) => {
    call.dtype()
    return drawn(call, call.shape('shape'), seedOf(call), 'normal')
  }),
  defined('uniform', 'key, shape=(), dtype=None, minval=0.0, maxval=1.0', (call) => {
    call.dtype()
    const [low, high] = [call.array('minval'), call.array('maxval')]
    return placed(call, drawn(call, call.shape('shape'), seedOf(call), 'uniform'), low, call.apply('sub', [high, low]))
  }),
  defined('randint', 'key, shape, minval, maxval, dtype=None?', (call) => {
    const [low, high] = [call.whole('minval'), call.whole('maxval')]
    if (low >= high) call.refuse(`${call.callee} needs minval below maxval.`)
    return drawn(call, call.shape('shape'), seedOf(call), { low, high })
  }),
]
