import { sizeOf } from '../../../primitives/shape.ts'
import { type Dtype, PyNumber } from '../../values/numbered.ts'
import { List, Tuple } from '../../values/values.ts'
import { checkedShape, type LibraryCall } from '../call.ts'
import { arrayOf, cast, copied, isConstant, joined, rankOf, shapeOf } from '../numbers.ts'
import { defined, type LibraryFunction } from '../table.ts'

const MOST_ENTRIES = 1_000_000

/** An array that is made entry by entry. */
export function filled(
  call: LibraryCall,
  shape: readonly number[],
  dtype: Dtype,
  entry: (place: number) => number,
): PyNumber {
  checkedShape([...shape], call.at)
  if (sizeOf(shape) > MOST_ENTRIES) call.refuse('That would be more than 1,000,000 numbers: make the shape smaller.')
  const entries = new Float64Array(sizeOf(shape)).map((_, place) => entry(place))
  return arrayOf({ shape, entries }, call.at, dtype, call.library)
}

const constant = (names: string, value: number): LibraryFunction =>
  defined(names, 'shape, dtype=None, order=_, *, like=None?, device=None?', (call) =>
    filled(call, call.shape('shape'), call.dtype() ?? 'float', () => value),
  )

const constantLike = (names: string, value: number): LibraryFunction =>
  defined(names, 'a, dtype=None, order=_, subok=True?, shape=None, *, device=None?', (call) => {
    const x = call.array('a')
    return filled(call, call.has('shape') ? call.shape('shape') : shapeOf(x), call.dtype() ?? x.dtype, () => value)
  })

/** One number, or row, throughout; it may be one that is computed. */
function full(call: LibraryCall, shape: readonly number[], dtype: Dtype | null): PyNumber {
  const value = call.array('fill_value')
  const spread = call.apply('broadcast_to', [value], { dtype: value.dtype, attributes: { shape } })
  return cast(call.running, spread, dtype ?? value.dtype, call.at)
}

function array(call: LibraryCall, isCopied: boolean): PyNumber {
  const value = call.value('object')
  const x = call.arrayFrom(value, 'object')
  const dtype = call.dtype()
  const own = dtype ? cast(call.running, x, dtype, call.at) : x
  return isCopied && own === value ? copied(own) : own
}

/** `arange` of numbers that inputs act on: its length is that at the point. */
function range(call: LibraryCall): PyNumber {
  const hasStop = call.has('stop')
  const zero = call.constant(0, 'int')
  const [start, stop] = hasStop ? [call.array('start'), call.array('stop')] : [zero, call.array('start')]
  const step = call.has('step') ? call.array('step') : call.constant(1, 'int')
  const [from, to, by] = [start, stop, step].map((each) => each.value.entries[0])
  if (by === 0) call.refuse(`The step of ${call.callee} is 0.`)
  const length = Math.ceil((to - from) / by)
  if (!(length > 0)) call.refuse(`${call.callee} gives no numbers here, and arrays without entries are not read.`)
  const dtype = joined(start.dtype, stop.dtype, step.dtype)
  const result = evenly(call, length, start, step, dtype, (place) => from + place * (from + by - from))
  return cast(call.running, result, call.dtype() ?? dtype, call.at)
}

/** start + place·step; traced where an input acts on one of the two. */
function evenly(
  call: LibraryCall,
  length: number,
  start: PyNumber,
  step: PyNumber,
  dtype: Dtype,
  entry: (place: number) => number,
): PyNumber {
  const isFixed = [start, step].every((each) => isConstant(each) || each.dtype !== 'float')
  if (isFixed) return filled(call, [length], dtype, entry)
  const places = filled(call, [length], 'float', (place) => place)
  return call.apply('add', [start, call.apply('mul', [places, step])])
}

function linspace(call: LibraryCall): PyNumber {
  const [start, stop] = [call.array('start'), call.array('stop')]
  if (rankOf(start) > 0 || rankOf(stop) > 0) call.refuse(`${call.callee} between arrays is not read here.`)
  const num = call.whole('num')
  const spaces = call.truth('endpoint') ? num - 1 : num
  const [from, to] = [start.value.entries[0], stop.value.entries[0]]
  const last = call.truth('endpoint') && num > 1 ? num - 1 : -1
  const isFixed = [start, stop].every((each) => isConstant(each) || each.dtype !== 'float')
  const step = (to - from) / Math.max(1, spaces)
  const result = isFixed
    ? filled(call, [num], 'float', (place) => (place === last ? to : from + place * step))
    : between(call, start, stop, num, spaces)
  return cast(call.running, result, call.dtype() ?? 'float', call.at)
}

const between = (call: LibraryCall, start: PyNumber, stop: PyNumber, num: number, spaces: number): PyNumber => {
  const shares = filled(call, [num], 'float', (place) => place / Math.max(1, spaces))
  return call.apply('add', [start, call.apply('mul', [shares, call.apply('sub', [stop, start])])])
}

function identity(call: LibraryCall, rows: number, columns: number, above: number): PyNumber {
  return filled(call, [rows, columns], call.dtype() ?? 'float', (place) =>
    Number((place % columns) - Math.floor(place / columns) === above),
  )
}

/** Coordinates of a grid: one array for each of the vectors. */
function grid(call: LibraryCall): List {
  const given = call.arrays('xi').map((x) => (rankOf(x) === 0 ? inLine(call, x) : x))
  if (given.some((x) => rankOf(x) !== 1)) call.refuse(`${call.callee} takes vectors.`)
  const isTurned = call.choice('indexing', ['xy', 'ij']) === 'xy' && given.length > 1
  const axis = (i: number): number => (isTurned && i < 2 ? 1 - i : i)
  const shape: number[] = []
  for (const [i, x] of given.entries()) shape[axis(i)] = shapeOf(x)[0]
  return new List(
    given.map((x, i) => {
      const { dtype } = x
      const own = { shape: shape.map((_, a) => (a === axis(i) ? shapeOf(x)[0] : 1)) }
      const column = call.apply('reshape', [x], { dtype, attributes: own })
      return call.apply('broadcast_to', [column], { dtype, attributes: { shape } })
    }),
  )
}

const inLine = (call: LibraryCall, x: PyNumber): PyNumber =>
  call.apply('reshape', [x], { dtype: x.dtype, attributes: { shape: [1] } })

/** What makes arrays, in NumPy and JAX. */
export const creation: readonly LibraryFunction[] = [
  defined('array', 'object, dtype=None, *, copy=True, order=_, subok=False?, ndmin=0?, like=None?', (call) =>
    array(call, call.truth('copy')),
  ),
  defined('asarray ascontiguousarray', 'object, dtype=None, order=_, *, copy=None?, like=None?', (call) =>
    array(call, false),
  ),
  defined('copy', 'a, order=_, subok=False?', (call) => copied(call.array('a'))),
  constant('zeros empty', 0),
  constant('ones', 1),
  constantLike('zeros_like empty_like', 0),
  constantLike('ones_like', 1),
  defined('full', 'shape, fill_value, dtype=None, order=_, *, like=None?', (call) =>
    full(call, call.shape('shape'), call.dtype()),
  ),
  defined('full_like', 'a, fill_value, dtype=None, order=_, subok=True?, shape=None', (call) => {
    const x = call.array('a')
    return full(call, call.has('shape') ? call.shape('shape') : shapeOf(x), call.dtype() ?? x.dtype)
  }),
  defined('eye', 'N, M=None, k=0, dtype=None, order=_, *, like=None?', (call) => {
    const rows = call.whole('N')
    return identity(call, rows, call.has('M') ? call.whole('M') : rows, call.whole('k'))
  }),
  defined('identity', 'n, dtype=None, *, like=None?', (call) => identity(call, call.whole('n'), call.whole('n'), 0)),
  defined('tri', 'N, M=None, k=0, dtype=None', (call) => {
    const [rows, above] = [call.whole('N'), call.whole('k')]
    const columns = call.has('M') ? call.whole('M') : rows
    return filled(call, [rows, columns], call.dtype() ?? 'float', (place) =>
      Number((place % columns) - Math.floor(place / columns) <= above),
    )
  }),
  defined('arange', 'start, stop=None, step=None, dtype=None, *, like=None?', range),
  defined('linspace', 'start, stop, num=50, endpoint=True, retstep=False?, dtype=None, axis=0?', linspace),
  defined('logspace', 'start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0?', (call) =>
    call.apply('pow', [call.array('base'), linspace(call)], { dtype: 'float' }),
  ),
  defined('meshgrid', "*xi, copy=True?, sparse=False?, indexing='xy'", grid),
  defined('shape', 'a', (call) => shapeTuple(call.array('a'), call)),
  defined('size', 'a, axis=None', (call) => {
    const x = call.array('a')
    return wholeNumber(call, call.has('axis') ? (shapeOf(x).at(call.whole('axis')) ?? 1) : sizeOf(shapeOf(x)))
  }),
]

const wholeNumber = (call: LibraryCall, n: number): PyNumber =>
  new PyNumber('python', 'int', { shape: [], entries: Float64Array.of(n) }, { kind: 'constant', at: call.at })

const shapeTuple = (x: PyNumber, call: LibraryCall): Tuple =>
  new Tuple(shapeOf(x).map((length) => wholeNumber(call, length)))
