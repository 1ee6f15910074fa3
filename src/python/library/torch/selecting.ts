import type { AxisIndex } from '../../../primitives/wiring.ts'
import { PyNumber } from '../../values/numbered.ts'
import { type PyValue, Tuple } from '../../values/values.ts'
import type { LibraryCall } from '../call.ts'
import { plain } from '../coercion.ts'
import { rankOf, shapeOf } from '../numbers.ts'
import { axisNamed } from '../reduced.ts'
import { defined, type LibraryFunction } from '../table.ts'
import { viewOf } from '../views.ts'
import { entriesAt } from './reductions.ts'
import { sizes } from './shaping.ts'

/** Of one axis what the index says, of the others everything. */
function indexed(call: LibraryCall, x: PyNumber, axis: number, index: AxisIndex): PyNumber {
  const whole = { start: null, stop: null, step: null }
  const attributes = { index: shapeOf(x).map((_, a) => (a === axis ? index : whole)) }
  return call.apply('index', [x], { attributes, dtype: x.dtype })
}

const slice = (call: LibraryCall, x: PyNumber, axis: number, index: AxisIndex): PyNumber =>
  viewOf(x, indexed(call, x, axis, index))

/** Parts along an axis: of a length, or of the lengths given. */
function parts(call: LibraryCall, lengths: (extent: number) => readonly number[]): Tuple {
  const x = call.array('input')
  const axis = axisNamed(call, x, call.whole('dim'))
  let start = 0
  const pieces = lengths(shapeOf(x)[axis]).map((length) => {
    const piece = slice(call, x, axis, { start, stop: start + length, step: null })
    start += length
    return piece
  })
  return new Tuple(pieces)
}

const evenly = (extent: number, length: number): number[] =>
  Array.from({ length: Math.ceil(extent / length) }, (_, k) => Math.min(length, extent - k * length))

function split(call: LibraryCall): Tuple {
  const asked = call.wholes('split_size_or_sections')
  if (asked.some((length) => length < 1)) call.refuse('split takes lengths of at least 1.')
  const isOne = call.value('split_size_or_sections') instanceof PyNumber
  return parts(call, (extent) => {
    if (isOne) return evenly(extent, asked[0])
    if (asked.reduce((a, b) => a + b, 0) !== extent)
      call.refuse(`split is given lengths that do not add up to ${extent}.`)
    return asked
  })
}

function chunks(call: LibraryCall): Tuple {
  const many = call.whole('chunks')
  if (many < 1) call.refuse('chunk takes a number of parts of at least 1.')
  return parts(call, (extent) => evenly(extent, Math.ceil(extent / many)))
}

function unbound(call: LibraryCall): PyValue {
  const x = call.array('input')
  const axis = axisNamed(call, x, call.whole('dim'))
  return new Tuple(Array.from({ length: shapeOf(x)[axis] }, (_, at) => slice(call, x, axis, { at })))
}

function flipped(call: LibraryCall): PyNumber {
  const x = call.array('input')
  const axes = sizes(call, 'dims').map((axis) => axisNamed(call, x, axis))
  const index = shapeOf(x).map((_, axis) => ({ start: null, stop: null, step: axes.includes(axis) ? -1 : null }))
  return call.apply('index', [x], { attributes: { index }, dtype: x.dtype })
}

function narrowed(call: LibraryCall): PyNumber {
  const x = call.array('input')
  const start = call.whole('start')
  const axis = axisNamed(call, x, call.whole('dim'))
  const stop = start + call.whole('length')
  if (start < 0 || stop > shapeOf(x)[axis]) call.refuse('narrow leads out of the tensor.')
  return slice(call, x, axis, { start, stop, step: null })
}

/** `gather(x, dim, index)`: entries at places along an axis, for each place of `index`. */
function gathered(call: LibraryCall): PyNumber {
  const [x, index] = [call.array('input'), places(call, 'index')]
  const axis = axisNamed(call, x, call.whole('dim'))
  if (rankOf(index) !== rankOf(x)) call.refuse('gather takes an index of as many axes as the tensor.')
  return entriesAt(call, x, axis, index)
}

function places(call: LibraryCall, name: string): PyNumber {
  const index = call.array(name)
  if (index.dtype !== 'int') call.refuse(`${name} of ${call.callee} must be whole numbers.`)
  return index
}

function selected(call: LibraryCall): PyNumber {
  const x = call.array('input')
  const axis = axisNamed(call, x, call.whole('dim'))
  const index = plain(places(call, 'index'))
  return slice(call, x, axis, { places: index })
}

/** Entries move along an axis, and come in again at its other end. */
function rolled(call: LibraryCall): PyNumber {
  const x = call.array('input')
  const shifts = call.wholes('shifts')
  if (!call.has('dims')) {
    if (shifts.length !== 1) call.refuse('roll takes one shift, or dims as many as shifts.')
    const flat = call.apply('reshape', [x], { attributes: { shape: [-1] }, dtype: x.dtype })
    return call.apply('reshape', [along(call, flat, 0, shifts[0])], {
      attributes: { shape: shapeOf(x) },
      dtype: x.dtype,
    })
  }
  const axes = call.wholes('dims').map((axis) => axisNamed(call, x, axis))
  if (axes.length !== shifts.length) call.refuse('roll takes as many dims as shifts.')
  return axes.reduce((value, axis, k) => along(call, value, axis, shifts[k]), x)
}

function along(call: LibraryCall, x: PyNumber, axis: number, shift: number): PyNumber {
  const length = shapeOf(x)[axis]
  const places = Array.from({ length }, (_, k) => (((k - shift) % length) + length) % length)
  return indexed(call, x, axis, { places })
}

/** What stands beside each entry less the entry. */
function differences(call: LibraryCall): PyNumber {
  const x = call.array('input')
  const axis = axisNamed(call, x, call.whole('dim'))
  if (shapeOf(x)[axis] < 2) call.refuse('diff takes at least two entries along its axis.')
  const part = (start: number | null, stop: number | null) => indexed(call, x, axis, { start, stop, step: null })
  return call.apply('sub', [part(1, null), part(null, -1)], { dtype: x.dtype })
}

/** Functions of PyTorch that take entries by their places along an axis; methods of tensors too. */
export const selecting: readonly LibraryFunction[] = [
  defined('split', 'input, split_size_or_sections, dim=0', split),
  defined('chunk', 'input, chunks, dim=0', chunks),
  defined('unbind', 'input, dim=0', unbound),
  defined('flip', 'input, *dims', flipped),
  defined('roll', 'input, shifts, dims=None', rolled),
  defined('diff', 'input, n=1?, dim=-1, prepend=None?, append=None?', differences),
  defined('narrow', 'input, dim, start, length', narrowed),
  defined('gather', 'input, dim, index, *, sparse_grad=False?', gathered),
  defined('index_select', 'input, dim, index', selected),
]
