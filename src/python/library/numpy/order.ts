import { stridesOf } from '../../../primitives/shape.ts'
import type { PyNumber } from '../../values/numbered.ts'
import type { LibraryCall } from '../call.ts'
import { arrayOf, isScalar } from '../numbers.ts'
import { axisNamed } from '../reduced.ts'
import { defined, type LibraryFunction } from '../table.ts'
import { taken } from './reductions.ts'

/** By place of a result that lacks the axis, the places along it in the array. */
function lines({ value: { shape } }: PyNumber, axis: number): number[][] {
  const strides = stridesOf(shape)
  let starts = [0]
  for (const [a, length] of shape.entries())
    if (a !== axis) starts = starts.flatMap((start) => Array.from({ length }, (_, i) => start + i * strides[a]))
  return starts.map((start) => Array.from({ length: shape[axis] }, (_, i) => start + i * strides[axis]))
}

/** NaN comes last, as in NumPy; what is equal keeps its order. */
function sortedPlaces(x: PyNumber, places: readonly number[]): number[] {
  const { entries } = x.value
  const rank = (place: number): number => (Number.isNaN(entries[place]) ? Number.POSITIVE_INFINITY : entries[place])
  return [...places].sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)))
}

/** The array as a vector where no axis is named, and the axis. */
function lined(call: LibraryCall, x: PyNumber): { readonly x: PyNumber; readonly axis: number } {
  if (isScalar(x)) call.refuse(`${call.callee} takes an array, and here is a number.`)
  if (call.has('axis')) return { x, axis: axisNamed(call, x, call.whole('axis')) }
  return { x: x.value.shape.length === 1 ? x : call.apply('flatten', [x], { dtype: x.dtype }), axis: 0 }
}

/** Entries by their places in the flattened array, in a shape of places. */
function entriesAt(call: LibraryCall, x: PyNumber, places: readonly (readonly number[])[]): PyNumber {
  const flat = x.value.shape.length === 1 ? x : call.apply('flatten', [x], { dtype: x.dtype })
  return call.apply('index', [flat], { dtype: x.dtype, attributes: { index: [{ places }] } })
}

/** Lines back in place of an axis. */
function unlined(call: LibraryCall, lined: PyNumber, shape: readonly number[], axis: number): PyNumber {
  const others = shape.filter((_, a) => a !== axis)
  const giving = { dtype: lined.dtype }
  const whole = call.apply('reshape', [lined], { ...giving, attributes: { shape: [...others, shape[axis]] } })
  if (axis === shape.length - 1) return whole
  const axes = shape.map((_, a) => (a < axis ? a : a === axis ? shape.length - 1 : a - 1))
  return call.apply('transpose', [whole], { ...giving, attributes: { axes } })
}

function sorted(call: LibraryCall): PyNumber {
  const { x, axis } = lined(call, call.array('a'))
  const { shape } = x.value
  const order = lines(x, axis).map((line) => sortedPlaces(x, line))
  return unlined(call, entriesAt(call, x, order), shape, axis)
}

function order(call: LibraryCall): PyNumber {
  const { x, axis } = lined(call, call.array('a'))
  const step = stridesOf(x.value.shape)[axis]
  const found = lines(x, axis).flatMap((line) => sortedPlaces(x, line).map((place) => (place - line[0]) / step))
  const { shape } = x.value
  const tensor = { shape: [found.length / shape[axis], shape[axis]], entries: Float64Array.from(found) }
  return unlined(call, arrayOf(tensor, call.at, 'int', call.library), shape, axis)
}

/** The entry in the middle of each line, or the mean of the two there. */
function median(call: LibraryCall): PyNumber {
  const given = call.array('a')
  const { x, axis } = lined(call, given)
  if (x.value.entries.some(Number.isNaN)) call.refuse(`${call.callee} of NaN is not read here.`)
  const { shape } = x.value
  const [low, high] = [Math.floor((shape[axis] - 1) / 2), Math.floor(shape[axis] / 2)]
  const middle = lines(x, axis).map((line) => sortedPlaces(x, line).slice(low, high + 1))
  const means = call.apply('mean', [entriesAt(call, x, middle)], { dtype: 'float', attributes: { axis: 1 } })
  const isWhole = !call.has('axis')
  const lacking = isWhole ? [] : shape.filter((_, a) => a !== axis)
  const ones = isWhole ? given.value.shape.map(() => 1) : shape.map((length, a) => (a === axis ? 1 : length))
  return call.apply('reshape', [means], { attributes: { shape: call.truth('keepdims') ? ones : lacking } })
}

const PLACES = 'a, axis=None, out=None?, *, keepdims=False'
const ORDER = 'a, axis=-1, kind=None, order=None?, *, stable=None'

/** What goes by the order of the entries at the point, in NumPy and JAX. */
export const ordering: readonly LibraryFunction[] = [
  defined('argmax', PLACES, (call) => taken(call, 'argmax', 'int')),
  defined('argmin', PLACES, (call) => taken(call, 'argmin', 'int')),
  defined('sort', ORDER, sorted),
  defined('argsort', ORDER, order),
  defined('median', 'a, axis=None, out=None?, overwrite_input=False?, keepdims=False', median),
]
