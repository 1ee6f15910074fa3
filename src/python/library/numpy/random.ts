import type { Span } from '../../../language/syntax.ts'
import { Mulberry, Normal, Uniform } from '../../../primitives/random.ts'
import { broadcast, sizeOf } from '../../../primitives/shape.ts'
import type { Running } from '../../run/running.ts'
import type { PyNumber } from '../../values/numbered.ts'
import { Namespace, NONE, type PyValue } from '../../values/values.ts'
import type { LibraryCall } from '../call.ts'
import { arrayOf, isConstant } from '../numbers.ts'
import { callables, defined, type LibraryFunction } from '../table.ts'

/** A source of random numbers with a seed: what is drawn depends on it and on how many draws were before. */
export class Draws {
  #seed: number
  #turn = 0

  constructor(seed: number) {
    this.#seed = seed
  }

  reseed(seed: number): void {
    this.#seed = seed
    this.#turn = 0
  }

  /** A seed for the next array; draws in a row differ. */
  next(): number {
    return mixed(this.#seed, this.#turn++)
  }
}

/** Two whole numbers as one of 32 bits. */
export function mixed(a: number, b: number): number {
  const bits = new Mulberry((a | 0) ^ Math.imul(b + 1, 0x9e3779b1))
  return Math.floor(bits.next() * 2 ** 32)
}

const REMARK = 'Random numbers are drawn anew here: the same in each run, but others than in the original library.'

/** So many numbers from a distribution, for a seed. */
export function drawn(
  call: LibraryCall,
  shape: readonly number[],
  seed: number,
  from: 'uniform' | 'normal' | { readonly low: number; readonly high: number },
): PyNumber {
  if (sizeOf(shape) > 1_000_000) call.refuse('At most 1,000,000 numbers are drawn at once.')
  remarkOnce(call.running, call.at)
  const source = from === 'normal' ? new Normal(seed) : from === 'uniform' ? new Uniform(seed) : new Mulberry(seed)
  const read = (x: number): number => (typeof from === 'string' ? x : from.low + Math.floor(x * (from.high - from.low)))
  const entries = new Float64Array(sizeOf(shape)).map(() => read(source.next()))
  return arrayOf({ shape, entries }, call.at, typeof from === 'string' ? 'float' : 'int', call.library)
}

const remarked = new WeakSet<Running>()

function remarkOnce(running: Running, at: Span): void {
  if (remarked.has(running)) return
  remarked.add(running)
  running.remark(REMARK, at)
}

const sizeFrom = (call: LibraryCall, name = 'size'): readonly number[] => (call.has(name) ? call.shape(name) : [])

/** The shape that is asked for, or that of the parameters. */
const sizeFor = (call: LibraryCall, a: PyNumber, b: PyNumber): readonly number[] =>
  call.has('size') ? call.shape('size') : (broadcast([a.value.shape, b.value.shape]) ?? [])

/** shift + scale·draws; without what would change nothing. */
export function placed(call: LibraryCall, draws: PyNumber, shift: PyNumber, scale: PyNumber): PyNumber {
  const is = (x: PyNumber, value: number): boolean =>
    isConstant(x) && x.value.entries.length === 1 && x.value.entries[0] === value
  const spread = is(scale, 1) ? draws : call.apply('mul', [scale, draws])
  return is(shift, 0) ? spread : call.apply('add', [shift, spread])
}

const uniform = (names: string, signature: string, from: Draws): LibraryFunction =>
  defined(names, signature, (call) => drawn(call, sizeFrom(call), from.next(), 'uniform'))

const normal = (names: string, signature: string, from: Draws): LibraryFunction =>
  defined(names, signature, (call) => drawn(call, sizeFrom(call), from.next(), 'normal'))

const dimensions = (call: LibraryCall): number[] => call.shape('size')

/** What a generator draws, and `np.random` itself. */
const distributions = (from: Draws): LibraryFunction[] => [
  uniform('random random_sample', 'size=None', from),
  normal('standard_normal', 'size=None', from),
  defined('normal', 'loc=0.0, scale=1.0, size=None', (call) => {
    const [loc, scale] = [call.array('loc'), call.array('scale')]
    return placed(call, drawn(call, sizeFor(call, loc, scale), from.next(), 'normal'), loc, scale)
  }),
  defined('uniform', 'low=0.0, high=1.0, size=None', (call) => {
    const [low, high] = [call.array('low'), call.array('high')]
    const width = isConstant(low) && low.value.entries[0] === 0 ? high : call.apply('sub', [high, low])
    return placed(call, drawn(call, sizeFor(call, low, high), from.next(), 'uniform'), low, width)
  }),
  defined('randint integers', 'low, high=None, size=None, dtype=None?, endpoint=False?', (call) => {
    const [low, high] = call.has('high') ? [call.whole('low'), call.whole('high')] : [0, call.whole('low')]
    if (low >= high) call.refuse(`${call.callee} needs low below high.`)
    return drawn(call, sizeFrom(call), from.next(), { low, high })
  }),
  defined('permutation', 'x', (call) => permuted(call, from)),
]

/** The whole numbers below x in a random order. */
function permuted(call: LibraryCall, from: Draws): PyNumber {
  const x = call.array('x')
  const isCount = x.value.shape.length === 0
  const length = isCount ? call.whole('x') : x.value.shape[0]
  if (length < 1 || length > 1_000_000) call.refuse(`${call.callee} takes at least one entry.`)
  const keys = drawn(call, [length], from.next(), { low: 0, high: 2 ** 32 }).value.entries
  const order = Array.from({ length }, (_, i) => i).sort((a, b) => keys[a] - keys[b])
  if (!isCount) return call.apply('index', [x], { dtype: x.dtype, attributes: { index: [{ places: order }] } })
  return arrayOf({ shape: [length], entries: Float64Array.from(order) }, call.at, 'int', call.library)
}

const older = (from: Draws): LibraryFunction[] => [
  defined('rand', '*size', (call) => drawn(call, dimensions(call), from.next(), 'uniform')),
  defined('randn', '*size', (call) => drawn(call, dimensions(call), from.next(), 'normal')),
  defined('seed', 'seed=None', (call) => {
    from.reseed(seedOf(call))
    return NONE
  }),
]

const seedOf = (call: LibraryCall): number => (call.has('seed') ? call.whole('seed') : 0)

/** `np.random` */
export function randomMembers(running: Running): Map<string, PyValue> {
  const own = new Draws(0)
  const generator = (name: string, isOlder: boolean) => (call: LibraryCall) => {
    const draws = new Draws(seedOf(call))
    const functions = [...distributions(draws), ...(isOlder ? older(draws) : [])]
    return new Namespace(name, callables(running, 'numpy', name, functions))
  }
  return callables(running, 'numpy', 'np.random', [
    ...distributions(own),
    ...older(own),
    defined('default_rng', 'seed=None', generator('rng', false)),
    defined('RandomState', 'seed=None', generator('rng', true)),
  ])
}
