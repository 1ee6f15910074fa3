import type { Span } from '../../language/syntax.ts'
import { quote } from '../../language/words.ts'
import { sizeOf } from '../../primitives/shape.ts'
import type { Running } from '../run/running.ts'
import { PyNumber } from '../values/numbered.ts'
import { Refusal } from '../values/refusal.ts'
import { Callable, Kind, List, NONE, type PyValue, Tuple } from '../values/values.ts'
import type { LibraryCall } from './call.ts'
import { atOf } from './jax/at.ts'
import { cast, copied, isScalar, numberOf, rankOf, retyped, shapeOf } from './numbers.ts'
import { choosing, clipped } from './numpy/choosing.ts'
import { matrices } from './numpy/matrices.ts'
import { ordering } from './numpy/order.ts'
import { products } from './numpy/products.ts'
import { reductions } from './numpy/reductions.ts'
import { reshaped, shapes, transposed } from './numpy/shapes.ts'
import { roundedEntries } from './rounding.ts'
import { callOf, defined, type LibraryFunction } from './table.ts'
import { overwrite } from './views.ts'

/** Functions of NumPy that are methods too, of the array that they take first. */
const SHARED = new Set(
  [
    'sum',
    'prod',
    'mean',
    'max',
    'min',
    'std',
    'var',
    'cumsum',
    'cumprod',
    'any',
    'all',
    'argmax',
    'argmin',
    'argsort',
  ].concat(['dot', 'ravel', 'swapaxes', 'squeeze', 'repeat', 'take', 'nonzero', 'trace', 'diagonal', 'ptp']),
)

const named = (functions: readonly LibraryFunction[]): [string, LibraryFunction][] =>
  functions.flatMap((one) =>
    one.names.filter((name) => SHARED.has(name)).map((name): [string, LibraryFunction] => [name, one]),
  )

/** Whole numbers given one by one, or as one list: `reshape(2, 3)`, `reshape((2, 3))`. */
function listedOrNot(call: LibraryCall, name: string): number[] {
  const given = (call.value(name) as Tuple).items
  const listed =
    given.length === 1 && !(given[0] instanceof PyNumber && isScalar(given[0]))
      ? call.running.items(given[0], call.at)
      : given
  return listed.map((item) => {
    const isWhole = item instanceof PyNumber && isScalar(item) && item.dtype === 'int'
    return isWhole ? item.value.entries[0] : call.refuse(`${call.callee} takes whole numbers.`)
  })
}

const OWN: readonly LibraryFunction[] = [
  defined('reshape', "self, *shape, order='C'?", (call) =>
    reshaped(call, call.array('self'), listedOrNot(call, 'shape')),
  ),
  defined('transpose', 'self, *axes', (call) => {
    const [first] = (call.value('axes') as Tuple).items
    const axes = first === undefined || first === NONE ? null : listedOrNot(call, 'axes')
    return transposed(call, call.array('self'), axes)
  }),
  defined('flatten', "self, order='C'?", (call) => {
    const x = call.array('self')
    return call.apply('flatten', [x], { dtype: x.dtype })
  }),
  defined('copy', 'self, order=_', (call) => copied(call.array('self'))),
  defined('clip', 'self, min=None, max=None, out=None?', (call) =>
    clipped(call, call.array('self'), call.value('min'), call.value('max')),
  ),
  defined('round', 'self, decimals=0, out=None?', (call) =>
    roundedEntries(call, call.array('self'), call.whole('decimals')),
  ),
  defined('astype', "self, dtype, order=_, casting='unsafe'?, subok=True?, copy=True?", (call) =>
    copied(cast(call.running, call.array('self'), call.dtype() ?? 'float', call.at)),
  ),
  defined('item', 'self, *args', (call) => {
    const x = call.array('self')
    if ((call.value('args') as Tuple).items.length > 0 || x.value.entries.length !== 1)
      return call.refuse(`${call.callee} is for an array of one entry: take one by its place, as in x[0].`)
    const one = isScalar(x) ? x : call.apply('reshape', [x], { dtype: x.dtype, attributes: { shape: [] } })
    return retyped(one, x.dtype, 'python')
  }),
  defined('tolist', 'self', (call) => listed(call, call.array('self'))),
  defined('block_until_ready conj conjugate', 'self', (call) => call.array('self')),
]

const MOST_LISTED = 10_000

/** Nested lists of an array’s numbers; those that inputs act on stay so. */
function listed(call: LibraryCall, x: PyNumber): PyValue {
  if (x.value.entries.length > MOST_LISTED)
    call.refuse(`${call.callee} makes lists of at most ${MOST_LISTED} numbers here.`)
  if (isScalar(x)) return retyped(x, x.dtype, 'python')
  const rows = Array.from({ length: shapeOf(x)[0] }, (_, at) =>
    call.apply('index', [x], { dtype: x.dtype, attributes: { index: [{ at }] } }),
  )
  return new List(rows.map((row) => listed(call, row)))
}

/** Methods of NumPy that change the array. */
const CHANGING: readonly LibraryFunction[] = [
  defined('fill', 'self, value', (call) => {
    const x = call.array('self')
    const value = cast(call.running, call.array('value'), x.dtype, call.at)
    const spread = call.apply('broadcast_to', [value], { dtype: x.dtype, attributes: { shape: shapeOf(x) } })
    overwrite(x, spread, call.at)
    return NONE
  }),
  defined('sort', 'self, axis=-1, kind=None, order=None?', (call) => {
    const x = call.array('self')
    const sort = ordering.find(({ names }) => names.includes('sort')) as LibraryFunction
    const axis = call.value('axis')
    const sorted = callOf(call.running, call.library, call.callee, sort, {
      positional: [x, axis],
      keywords: new Map(),
      at: call.at,
    })
    overwrite(x, sorted as PyNumber, call.at)
    return NONE
  }),
]

const METHODS: ReadonlyMap<string, LibraryFunction> = new Map([
  ...named([...reductions, ...ordering, ...shapes, ...products, ...matrices, ...choosing]),
  ...OWN.flatMap((one) => one.names.map((name): [string, LibraryFunction] => [name, one])),
])

const CHANGING_METHODS: ReadonlyMap<string, LibraryFunction> = new Map(CHANGING.map((one) => [one.names[0], one]))

/** `x.shape`, `x.T`, `x.sum`: of arrays of NumPy and JAX, and of Python's own numbers. */
export function arrayAttribute(running: Running, x: PyNumber, name: string, at: Span): PyValue {
  const { library } = x
  if (library === 'python') return numberAttribute(x, name, at)
  const read = PROPERTIES.get(name)
  if (read) return read(running, x, at)
  if (name === 'at' && library === 'jax') return atOf(running, x, at)
  const method = (library === 'numpy' && CHANGING_METHODS.get(name)) || METHODS.get(name)
  if (!method) throw new Refusal(`Arrays have no attribute ${quote(name)} that is read here.`, at)
  const callee = `${running.nameOf(x) ?? 'x'}.${name}`
  return new Callable(callee, (given) =>
    callOf(running, library, callee, method, { ...given, positional: [x, ...given.positional] }),
  )
}

const whole = (n: number, at: Span): PyNumber => numberOf(n, at, 'int')

const turned = (running: Running, x: PyNumber, at: Span): PyValue => {
  if (rankOf(x) < 2) return x
  const method = METHODS.get('transpose') as LibraryFunction
  return callOf(running, x.library, 'x.T', method, { positional: [x], keywords: new Map(), at })
}

const PROPERTIES: ReadonlyMap<string, (running: Running, x: PyNumber, at: Span) => PyValue> = new Map([
  ['shape', (_running, x, at) => new Tuple(shapeOf(x).map((length) => whole(length, at)))],
  ['size', (_running, x, at) => whole(sizeOf(shapeOf(x)), at)],
  ['ndim', (_running, x, at) => whole(rankOf(x), at)],
  ['dtype', (_running, { dtype }) => new Kind(dtype === 'bool' ? 'bool' : `${dtype}64`, dtype)],
  ['T', turned],
  ['real', (_running, x) => x],
])

function numberAttribute(x: PyNumber, name: string, at: Span): PyValue {
  const method = (does: () => PyValue): Callable => new Callable(name, does)
  if (name === 'real') return x
  if (name === 'is_integer') return method(() => numberOf(Number(Number.isInteger(x.value.entries[0])), at, 'bool'))
  if (name === 'conjugate') return method(() => x)
  throw new Refusal(`Numbers of Python have no attribute ${quote(name)} that is read here.`, at)
}
