import { sizeOf } from '../../../primitives/shape.ts'
import type { AxisIndex } from '../../../primitives/wiring.ts'
import { PyNumber } from '../../values/numbered.ts'
import { List, type PyValue, Tuple } from '../../values/values.ts'
import type { LibraryCall } from '../call.ts'
import { plain } from '../coercion.ts'
import { isScalar, rankOf, shapeOf } from '../numbers.ts'
import { axesOf, axisNamed } from '../reduced.ts'
import { defined, type LibraryFunction } from '../table.ts'
import { viewOf } from '../views.ts'

/** What shows the array's numbers in another shape: in NumPy it shares them. */
export const shared = (call: LibraryCall, x: PyNumber, result: PyNumber): PyNumber =>
  call.library === 'numpy' || call.library === 'torch' ? viewOf(x, result) : result

/** The array in another shape, one length of which may be −1. */
export function reshaped(call: LibraryCall, x: PyNumber, shape: readonly number[]): PyNumber {
  if (shape.some((length) => length === 0 || length < -1))
    call.refuse('Each length of a shape must be at least 1, or −1 once, which is worked out.')
  if (shape.filter((length) => length === -1).length > 1) call.refuse('Only one length of a shape can be −1.')
  return shared(call, x, call.apply('reshape', [x], { dtype: x.dtype, attributes: { shape } }))
}

export function transposed(call: LibraryCall, x: PyNumber, axes: readonly number[] | null): PyNumber {
  if (rankOf(x) < 2) return x
  const attributes = axes ? { axes } : {}
  return shared(call, x, call.apply('transpose', [x], { dtype: x.dtype, attributes }))
}

/** The order of axes in which `source` stand at `destination` and the others in between, in order. */
function movedOrder(call: LibraryCall, x: PyNumber): number[] {
  const at = (name: string): number[] => call.wholes(name).map((axis) => axisNamed(call, x, axis))
  const [source, destination] = [at('source'), at('destination')]
  if (source.length !== destination.length) call.refuse(`${call.callee} needs as many destinations as sources.`)
  const order = shapeOf(x)
    .map((_, axis) => axis)
    .filter((axis) => !source.includes(axis))
  const moves = source.map((axis, i) => [destination[i], axis] as const).sort((a, b) => a[0] - b[0])
  for (const [place, axis] of moves) order.splice(place, 0, axis)
  return order
}

function squeezed(call: LibraryCall, x: PyNumber, axes: readonly number[] | null): PyNumber {
  const shape = shapeOf(x)
  const long = axes?.find((axis) => shape[axis] !== 1)
  if (long !== undefined)
    call.refuse(`${call.callee} takes axes of length 1 away, and axis ${long} has ${shape[long]}.`)
  const kept = shape.filter((length, axis) => (axes ? !axes.includes(axis) : length !== 1))
  return kept.length === shape.length ? x : reshaped(call, x, kept)
}

function expanded(call: LibraryCall, x: PyNumber): PyNumber {
  const axes = call.wholes('axis')
  const rank = rankOf(x) + axes.length
  const places = axes.map((axis) => (axis < 0 ? axis + rank : axis))
  if (places.some((place) => place < 0 || place >= rank) || new Set(places).size < places.length)
    call.refuse(`${call.callee} is given an axis that the result does not have.`)
  const shape = [...shapeOf(x)]
  for (const place of places.sort((a, b) => a - b)) shape.splice(place, 0, 1)
  return reshaped(call, x, shape)
}

/** At least so many axes, those that lack in front; of a vector that is to have three, behind as well. */
const atLeast = (names: string, rank: number): LibraryFunction =>
  defined(names, '*arys', (call) => {
    const arrays = call.arrays('arys').map((x) => {
      if (rankOf(x) >= rank) return x
      return reshaped(call, x, [...new Array<number>(rank - rankOf(x)).fill(1), ...shapeOf(x)])
    })
    return arrays.length === 1 ? arrays[0] : new List(arrays)
  })

const ALL: AxisIndex = { start: null, stop: null, step: null }
const TURNED: AxisIndex = { start: null, stop: null, step: -1 }

/** A subscript of one axis alone. */
export const along = (axis: number, index: AxisIndex): AxisIndex[] => [...new Array<AxisIndex>(axis).fill(ALL), index]

export const indexed = (call: LibraryCall, x: PyNumber, index: readonly AxisIndex[]): PyNumber =>
  call.apply('index', [x], { dtype: x.dtype, attributes: { index } })

function flipped(call: LibraryCall, x: PyNumber, axes: readonly number[] | null): PyNumber {
  if (isScalar(x)) return x
  const index = shapeOf(x).map((_, axis) => (!axes || axes.includes(axis) ? TURNED : ALL))
  return shared(call, x, indexed(call, x, index))
}

const needRank = (call: LibraryCall, x: PyNumber, rank: number): PyNumber =>
  rankOf(x) >= rank ? x : call.refuse(`${call.callee} takes an array of at least ${rank} axes.`)

/** Entries of each axis moved on, those that leave at the end come in again at the start. */
function rolled(call: LibraryCall): PyNumber {
  const x = call.array('a')
  const shifts = call.wholes('shift')
  if (!call.has('axis')) {
    if (shifts.length > 1) call.refuse(`${call.callee} with several shifts needs as many axes.`)
    const flat = call.apply('flatten', [x], { dtype: x.dtype })
    const result = indexed(call, flat, [{ places: shifted(sizeOf(shapeOf(x)), shifts[0]) }])
    return call.apply('reshape', [result], { dtype: x.dtype, attributes: { shape: shapeOf(x) } })
  }
  const axes = axesOf(call, x) ?? []
  if (shifts.length !== 1 && shifts.length !== axes.length) call.refuse(`${call.callee} needs as many shifts as axes.`)
  return axes.reduce((result, axis, i) => {
    const places = shifted(shapeOf(x)[axis], shifts[shifts.length === 1 ? 0 : i])
    return indexed(call, result, along(axis, { places }))
  }, x)
}

const shifted = (length: number, by: number): number[] =>
  Array.from({ length }, (_, i) => (((i - by) % length) + length) % length)

function repeated(call: LibraryCall): PyNumber {
  const given = call.array('a')
  const repeats = call.wholes('repeats')
  const isWhole = !call.has('axis')
  const x = isWhole && rankOf(given) !== 1 ? call.apply('flatten', [given], { dtype: given.dtype }) : given
  const axis = isWhole ? 0 : axisNamed(call, x, call.whole('axis'))
  const length = shapeOf(x)[axis]
  if (repeats.length !== 1 && repeats.length !== length)
    call.refuse(`${call.callee} needs one number of repeats, or one for each of the ${length} entries.`)
  const places = Array.from({ length }, (_, i) => i).flatMap((i) =>
    new Array<number>(Math.max(0, repeats[repeats.length === 1 ? 0 : i])).fill(i),
  )
  return indexed(call, x, along(axis, { places }))
}

/** The array side by side with itself, along each axis as often as it says. */
function tiled(call: LibraryCall, x: PyNumber, given: readonly number[]): PyNumber {
  const rank = Math.max(rankOf(x), given.length)
  const padded = (lengths: readonly number[]): number[] => [
    ...new Array<number>(rank - lengths.length).fill(1),
    ...lengths,
  ]
  const [shape, reps] = [padded(shapeOf(x)), padded(given)]
  if (reps.some((count) => count < 1)) call.refuse(`${call.callee} repeats at least once along each axis.`)
  const paired = { shape: shape.flatMap((length) => [1, length]) }
  const spread = { shape: shape.flatMap((length, i) => [reps[i], length]) }
  const result = { shape: shape.map((length, i) => reps[i] * length) }
  const { dtype } = x
  const apart = call.apply('reshape', [x], { dtype, attributes: paired })
  const copied = call.apply('broadcast_to', [apart], { dtype, attributes: spread })
  return call.apply('reshape', [copied], { dtype, attributes: result })
}

/** Widths of NumPy's `pad`: one number, one pair, or a pair for each axis. */
function padWidths(call: LibraryCall, rank: number): [number, number][] {
  const value = call.value('pad_width')
  const isNested = (each: PyValue): boolean =>
    (each instanceof List || each instanceof Tuple) && each.items.some(isPair)
  const isPair = (each: PyValue): boolean => !(each instanceof PyNumber && isScalar(each))
  if (isNested(value) || (value instanceof PyNumber && rankOf(value) === 2)) {
    const x = call.arrayFrom(call.value('pad_width'), 'pad_width')
    const pairs = Array.from({ length: shapeOf(x)[0] }, (_, i): [number, number] => {
      const row = [...x.value.entries.slice(i * shapeOf(x)[1], (i + 1) * shapeOf(x)[1])]
      return [row[0], row[row.length - 1]]
    })
    if (pairs.length === rank) return pairs
    return pairs.length === 1 ? new Array<[number, number]>(rank).fill(pairs[0]) : call.refuse(PAD_WIDTHS)
  }
  const wholes = call.wholes('pad_width')
  if (wholes.length > 2) call.refuse(PAD_WIDTHS)
  return new Array<[number, number]>(rank).fill([wholes[0], wholes[wholes.length - 1]])
}

const PAD_WIDTHS = 'The widths must be one number, one pair, or a pair for each axis.'

function padded(call: LibraryCall): PyNumber {
  const x = call.array('array')
  call.choice('mode', ['constant'])
  const value = call.number('constant_values')
  const widths = padWidths(call, rankOf(x))
  if (widths.flat().some((width) => width < 0)) call.refuse('The widths must not be negative.')
  const shape = shapeOf(x).map((length, axis) => widths[axis][0] + length + widths[axis][1])
  const around = { shape, entries: new Float64Array(sizeOf(shape)).fill(value) }
  const index = shapeOf(x).map((length, axis) => ({
    start: widths[axis][0],
    stop: widths[axis][0] + length,
    step: null,
  }))
  const full = new PyNumber(call.library, x.dtype, around, { kind: 'constant', at: call.at })
  return call.apply('put', [full, x], { dtype: x.dtype, attributes: { index } })
}

/** Entries by number: of the flattened array, or along an axis. */
function taken(call: LibraryCall): PyNumber {
  const x = call.array('a')
  const places = call.array('indices')
  if (places.dtype !== 'int') call.refuse(`The indices of ${call.callee} must be whole numbers.`)
  const isWhole = !call.has('axis')
  const from = isWhole && rankOf(x) !== 1 ? call.apply('flatten', [x], { dtype: x.dtype }) : x
  const axis = isWhole ? 0 : axisNamed(call, from, call.whole('axis'))
  const index = isScalar(places) ? { at: places.value.entries[0] } : { places: plain(places) }
  return indexed(call, from, along(axis, index))
}

/** Neighbours’ differences, n times. */
function differences(call: LibraryCall): PyNumber {
  const x = call.array('a')
  const axis = axisNamed(call, x, call.whole('axis'))
  let result = x
  for (let turn = 0; turn < call.whole('n'); turn++) {
    if (shapeOf(result)[axis] < 2) call.refuse(`${call.callee} has no neighbours left to subtract.`)
    const next = indexed(call, result, along(axis, { start: 1, stop: null, step: null }))
    const last = indexed(call, result, along(axis, { start: null, stop: -1, step: null }))
    result = call.apply('sub', [next, last])
  }
  return result
}

/** What puts the same entries elsewhere, in NumPy and JAX. */
export const shapes: readonly LibraryFunction[] = [
  defined('reshape', "a, shape=None, order='C'?, *, newshape=None, copy=None?", (call) => {
    const name = ['shape', 'newshape'].find((each) => call.has(each))
    return name ? reshaped(call, call.array('a'), call.wholes(name)) : call.refuse(`${call.callee} needs a shape.`)
  }),
  defined('ravel', "a, order='C'?", (call) => reshaped(call, call.array('a'), [-1])),
  defined('transpose permute_dims', 'a, axes=None', (call) =>
    transposed(call, call.array('a'), call.has('axes') ? call.wholes('axes') : null),
  ),
  defined('matrix_transpose', 'x, /', (call) => swapped(call, needRank(call, call.array('x'), 2), -1, -2)),
  defined('swapaxes', 'a, axis1, axis2', (call) =>
    swapped(call, call.array('a'), call.whole('axis1'), call.whole('axis2')),
  ),
  defined('moveaxis', 'a, source, destination', (call) => {
    const x = call.array('a')
    return transposed(call, x, movedOrder(call, x))
  }),
  defined('squeeze', 'a, axis=None', (call) => {
    const x = call.array('a')
    return squeezed(call, x, axesOf(call, x))
  }),
  defined('expand_dims', 'a, axis', (call) => expanded(call, call.array('a'))),
  atLeast('atleast_1d', 1),
  atLeast('atleast_2d', 2),
  defined('flip', 'm, axis=None', (call) => {
    const x = call.array('m')
    return flipped(call, x, axesOf(call, x))
  }),
  defined('flipud', 'm', (call) => flipped(call, needRank(call, call.array('m'), 1), [0])),
  defined('fliplr', 'm', (call) => flipped(call, needRank(call, call.array('m'), 2), [1])),
  defined('roll', 'a, shift, axis=None', rolled),
  defined('repeat', 'a, repeats, axis=None', repeated),
  defined('tile', 'A, reps', (call) => tiled(call, call.array('A'), call.wholes('reps'))),
  defined('pad', "array, pad_width, mode='constant', *, constant_values=0", padded),
  defined('take', "a, indices, axis=None, out=None?, mode='raise'?", taken),
  defined('broadcast_to', 'array, shape, subok=False?', (call) => {
    const x = call.array('array')
    return shared(
      call,
      x,
      call.apply('broadcast_to', [x], { dtype: x.dtype, attributes: { shape: call.shape('shape') } }),
    )
  }),
  defined('diff', 'a, n=1, axis=-1, prepend=?, append=?', differences),
]

function swapped(call: LibraryCall, x: PyNumber, first: number, second: number): PyNumber {
  const [a, b] = [axisNamed(call, x, first), axisNamed(call, x, second)]
  const axes = shapeOf(x).map((_, axis) => (axis === a ? b : axis === b ? a : axis))
  return transposed(call, x, axes)
}
