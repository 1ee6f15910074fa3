import type { Span } from '../../language/syntax.ts'
import type { Running } from '../run/running.ts'
import { PyNumber } from '../values/numbered.ts'
import { Refusal } from '../values/refusal.ts'
import { type Arguments, Kind, NONE, type PyValue, Text, Tuple } from '../values/values.ts'
import type { LibraryCall } from './call.ts'
import { arrayFrom } from './coercion.ts'
import { remarkShort } from './dtypes.ts'
import { cast, isScalar, joined, numberOf, rankOf, retyped } from './numbers.ts'
import { infix, isTrue } from './operators.ts'
import { roundedTo } from './rounding.ts'
import { callables, defined, type LibraryFunction } from './table.ts'

const numbered = (call: LibraryCall, value: PyValue): PyNumber =>
  value instanceof PyNumber ? value : call.refuse(`${call.callee} takes numbers here.`)

/** `sum(iterable)`, one addition after the other; the 0 that it begins with is left out. */
function sum(call: LibraryCall): PyValue {
  const rows = call.value('iterable')
  if (rows instanceof PyNumber && !isScalar(rows) && !call.has('start')) return sumOfRows(call, rows)
  const items = call.running.items(call.value('iterable'), call.at)
  const start = call.has('start') ? call.value('start') : numberOf(0, call.at, 'int')
  const isZero = start instanceof PyNumber && isScalar(start) && start.value.entries[0] === 0
  const [given, ...rest] = isZero && items.length > 0 ? items : [start, ...items]
  // 0 + True is 1, and np.True_ + np.True_ is True.
  const first = given instanceof PyNumber && given.dtype === 'bool' ? retyped(given, 'int') : given
  return rest.reduce((total, item) => infix(call.running, '+', total, item, call.at), numbered(call, first))
}

/** The rows of an array, added by one operation. */
function sumOfRows(call: LibraryCall, x: PyNumber): PyNumber {
  const dtype = joined(x.dtype, 'int')
  return call.running.trace.apply('sum', [x], call.at, { library: x.library, dtype, attributes: { axis: 0 } })
}

/** `max(a, b)` and `max(iterable)`: the first of the largest, as Python compares them. */
function extreme(call: LibraryCall, operation: 'max' | 'min'): PyValue {
  const given = (call.value('args') as Tuple).items
  const [only] = given
  if (given.length === 1 && only instanceof PyNumber && rankOf(only) === 1 && !call.has('key'))
    return extremeEntry(call, operation, only)
  const items = given.length === 1 ? call.running.items(given[0], call.at) : given
  if (items.length === 0 && call.has('default')) return call.value('default')
  if (items.length === 0) return call.refuse(`${call.callee} of nothing has no value.`)
  if (call.has('key')) return byKey(call, operation, items)
  const numbers = items.map((item) => numbered(call, item))
  if (!numbers.every(isScalar)) return call.refuse(`${call.callee} compares numbers: for arrays write np.${operation}.`)
  const winner = firstOf(
    operation,
    numbers.map((x) => x.value.entries[0]),
  )
  const value = numbers[winner].value.entries[0]
  const isTied = numbers.filter((x) => x.value.entries[0] === value).length > 1
  if (isTied || Number.isNaN(value) || numbers.length > MOST_OPERANDS || numbers.length === 1) return numbers[winner]
  const { dtype, library } = numbers[winner]
  return call.running.trace.apply(operation, numbers, call.at, { dtype, library })
}

/** Of a vector; where several entries are largest it is the first of them. */
function extremeEntry(call: LibraryCall, operation: 'max' | 'min', x: PyNumber): PyNumber {
  const values = [...x.value.entries]
  const place = firstOf(operation, values)
  const giving = { library: x.library, dtype: x.dtype }
  const isPlain = values.filter((value) => value === values[place]).length === 1 && !values.some(Number.isNaN)
  if (isPlain) return call.running.trace.apply(operation, [x], call.at, giving)
  return call.running.trace.apply('index', [x], call.at, { ...giving, attributes: { index: [{ at: place }] } })
}

/** More operands are compared without an operation of their own. */
const MOST_OPERANDS = 100

/** The place of the first extreme number; one that compares with none, NaN, stays where it comes first. */
function firstOf(operation: 'max' | 'min', values: readonly number[]): number {
  let best = 0
  for (const [i, value] of values.entries())
    if (operation === 'max' ? value > values[best] : value < values[best]) best = i
  return best
}

function byKey(call: LibraryCall, operation: 'max' | 'min', items: readonly PyValue[]): PyValue {
  const keys = items.map((item) => {
    const key = call.running.call(call.value('key'), { positional: [item], keywords: new Map(), at: call.at })
    return numbered(call, key).value.entries[0]
  })
  return items[firstOf(operation, keys)]
}

function powerOf(call: LibraryCall): PyValue {
  const [base, exp] = [call.value('base'), call.value('exp')]
  if (!call.has('mod')) return infix(call.running, '**', base, exp, call.at)
  const [x, n, m] = ['base', 'exp', 'mod'].map((name) => BigInt(call.whole(name)))
  if (n < 0n || m === 0n) return call.refuse('pow with three arguments takes whole numbers, the second not negative.')
  let result = 1n
  for (let square = x, left = n; left > 0n; left >>= 1n, square = (square * square) % m)
    if (left & 1n) result = (result * square) % m
  return numberOf(Number(((result % m) + m) % m), call.at, 'int')
}

const FUNCTIONS: readonly LibraryFunction[] = [
  defined('abs', 'x, /', (call) => {
    const x = numbered(call, call.value('x'))
    const dtype = x.dtype === 'bool' && x.library === 'python' ? 'int' : x.dtype
    return call.running.trace.apply('abs', [x], call.at, { dtype, library: x.library })
  }),
  defined('sum', 'iterable, /, start=_', sum),
  defined('max', '*args, key=None, default=None', (call) => extreme(call, 'max')),
  defined('min', '*args, key=None, default=None', (call) => extreme(call, 'min')),
  defined('round', 'number, ndigits=None', (call) => {
    const x = numbered(call, call.value('number'))
    return roundedTo(call, x, call.has('ndigits') ? call.whole('ndigits') : null)
  }),
  defined('pow', 'base, exp, mod=None', powerOf),
  defined('divmod', 'x, y, /', (call) => {
    const [x, y] = [call.value('x'), call.value('y')]
    return new Tuple(['//', '%'].map((operator) => infix(call.running, operator, x, y, call.at)))
  }),
]

/** What Python has of numbers without an import; `float`, `int` and `bool` are kinds, which `callKind` calls. */
export const builtins = (running: Running): ReadonlyMap<string, PyValue> =>
  new Map<string, PyValue>([
    ...[...callables(running, 'python', '', FUNCTIONS)],
    ['float', new Kind('float', 'float')],
    ['int', new Kind('int', 'int')],
    ['bool', new Kind('bool', 'bool')],
  ])

/** `float(x)`, `int(x)`, `bool(x)`, and a library's `np.float64(x)`, which takes arrays too. */
export function callKind(running: Running, kind: Kind, { positional, keywords, at }: Arguments): PyValue {
  if (keywords.size > 0 || positional.length > 1) throw new Refusal(`${kind.name} takes one argument here.`, at)
  const [value] = positional
  if (value === undefined) return numberOf(0, at, kind.dtype)
  if (value instanceof Text) return parsed(kind, value.text, at)
  const isOfPython = ['float', 'int', 'bool'].includes(kind.name)
  if (!isOfPython) return arrayOfKind(running, kind, value, at)
  if (kind.dtype === 'bool')
    return value === NONE ? numberOf(0, at, 'bool') : numberOf(Number(isTrue(running, value, at)), at, 'bool')
  return pythonOf(running, kind, value, at)
}

function pythonOf(running: Running, kind: Kind, value: PyValue, at: Span): PyNumber {
  if (!(value instanceof PyNumber) || value.value.entries.length !== 1)
    throw new Refusal(`${kind.name} takes one number: for an array write x.astype(${kind.name}).`, at)
  if (value.library === 'micrograd') throw new Refusal(`${kind.name} takes no Value: write x.data.`, at)
  const one = isScalar(value)
    ? value
    : running.trace.apply('reshape', [value], at, { dtype: value.dtype, attributes: { shape: [] } })
  const own =
    value.library === 'torch'
      ? running.trace.apply('stop_gradient', [one], at, { library: 'python', dtype: value.dtype })
      : retyped(one, value.dtype, 'python')
  return retyped(cast(running, own, kind.dtype, at), kind.dtype, 'python')
}

function arrayOfKind(running: Running, kind: Kind, value: PyValue, at: Span): PyNumber {
  if (/32|16|half|single/.test(kind.name) && kind.dtype === 'float') remarkShort(running, kind.name, at)
  const library = value instanceof PyNumber && value.library !== 'python' ? value.library : 'numpy'
  return cast(running, arrayFrom(running, library, value, `What ${kind.name} takes`, at), kind.dtype, at)
}

function parsed(kind: Kind, text: string, at: Span): PyNumber {
  const trimmed = text.trim().replaceAll('_', '').toLowerCase()
  const infinite = /^([+-]?)inf(inity)?$/.exec(trimmed)
  const isFloat = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/.test(trimmed)
  if (kind.dtype === 'bool') return numberOf(Number(text !== ''), at, 'bool')
  if (kind.dtype === 'int' && /^[+-]?\d+$/.test(trimmed)) return numberOf(Number(trimmed), at, 'int')
  if (kind.dtype === 'float' && infinite)
    return numberOf(infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY, at)
  if (kind.dtype === 'float' && /^[+-]?nan$/.test(trimmed)) return numberOf(Number.NaN, at)
  if (kind.dtype === 'float' && isFloat) return numberOf(Number(trimmed), at)
  throw new Refusal(`${kind.name} cannot read this text as a number.`, at)
}
