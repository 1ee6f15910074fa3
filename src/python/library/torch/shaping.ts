import type { Shape } from '../../../primitives/shape.ts'
import { sizeOf } from '../../../primitives/shape.ts'
import type { AxisIndex } from '../../../primitives/wiring.ts'
import { PyNumber } from '../../values/numbered.ts'
import { List, type PyValue, Tuple } from '../../values/values.ts'
import type { LibraryCall } from '../call.ts'
import { plain } from '../coercion.ts'
import { joined, rankOf, retyped, shapeOf } from '../numbers.ts'
import { axisNamed } from '../reduced.ts'
import { defined, type LibraryFunction } from '../table.ts'
import { viewOf } from '../views.ts'
import { entriesAt } from './reductions.ts'

/** Whole numbers that are given one by one, or as one list or size: `view(2, 3)`, `view((2, 3))`. */
export function sizes(call: LibraryCall, name: string): number[] {
  const given = call.value(name)
  const items = given instanceof Tuple ? given.items : [given]
  const [only] = items
  const listed = items.length === 1 && (only instanceof Tuple || only instanceof List) ? only.items : items
  return listed.map((item) => {
    if (item instanceof PyNumber && item.dtype !== 'float' && item.value.entries.length === 1)
      return item.value.entries[0]
    return call.refuse(`${call.callee} takes whole numbers.`)
  })
}

/** The shape with its −1 worked out. */
function completed(call: LibraryCall, x: PyNumber, shape: Shape): Shape {
  const known = shape.filter((length) => length !== -1).reduce((product, length) => product * length, 1)
  const total = sizeOf(shapeOf(x))
  const whole = shape.map((length) => (length === -1 ? total / known : length))
  if (sizeOf(whole) !== total || whole.some((length) => !Number.isInteger(length) || length < 1))
    call.refuse(`${call.callee} is given the shape (${shape.join(', ')}), and the tensor has ${total} entries.`)
  return whole
}

/** The same entries in another shape; it shares their memory. */
function reshaped(call: LibraryCall, x: PyNumber, shape: Shape): PyNumber {
  const attributes = { shape: completed(call, x, shape) }
  return viewOf(x, call.apply('reshape', [x], { attributes, dtype: x.dtype }))
}

export function turned(call: LibraryCall, x: PyNumber, axes: readonly number[]): PyNumber {
  return viewOf(x, call.apply('transpose', [x], { attributes: { axes }, dtype: x.dtype }))
}

/** Two axes exchanged. */
export function exchanged(call: LibraryCall, x: PyNumber, first: number, second: number): PyNumber {
  if (rankOf(x) === 0) return x
  const [a, b] = [first, second].map((axis) => axisNamed(call, x, axis))
  return turned(
    call,
    x,
    shapeOf(x).map((_, axis) => (axis === a ? b : axis === b ? a : axis)),
  )
}

/** Rows as columns; a vector stays one. */
function transposed(call: LibraryCall): PyNumber {
  const x = call.array('input')
  if (rankOf(x) > 2) call.refuse('.t() is for matrices: write .transpose(0, 1).')
  return rankOf(x) < 2 ? x : exchanged(call, x, 0, 1)
}

function flattened(call: LibraryCall): PyNumber {
  const x = call.array('input')
  if (rankOf(x) === 0) return reshaped(call, x, [1])
  const [start, end] = ['start_dim', 'end_dim'].map((name) => axisNamed(call, x, call.whole(name)))
  if (start > end) call.refuse('flatten joins the axes from start_dim to end_dim, and these are the wrong way round.')
  const shape = shapeOf(x)
  return reshaped(call, x, [...shape.slice(0, start), sizeOf(shape.slice(start, end + 1)), ...shape.slice(end + 1)])
}

function squeezed(call: LibraryCall): PyNumber {
  const x = call.array('input')
  const shape = shapeOf(x)
  const axes = call.has('dim') ? call.wholes('dim').map((axis) => axisNamed(call, x, axis)) : [...shape.keys()]
  return reshaped(
    call,
    x,
    shape.filter((length, axis) => length !== 1 || !axes.includes(axis)),
  )
}

function unsqueezed(call: LibraryCall): PyNumber {
  const x = call.array('input')
  const shape = shapeOf(x)
  const axis = call.whole('dim')
  const place = axis < 0 ? axis + shape.length + 1 : axis
  if (place < 0 || place > shape.length)
    call.refuse(`unsqueeze has no place ${axis} in a tensor of ${shape.length} axes.`)
  return reshaped(call, x, [...shape.slice(0, place), 1, ...shape.slice(place)])
}

function permuted(call: LibraryCall): PyNumber {
  const x = call.array('input')
  return turned(
    call,
    x,
    sizes(call, 'dims').map((axis) => axisNamed(call, x, axis)),
  )
}

function expanded(call: LibraryCall): PyNumber {
  const x = call.array('input')
  const asked = sizes(call, 'size')
  const from = asked.length - rankOf(x)
  const shape = asked.map((length, axis) => (length === -1 ? (shapeOf(x)[axis - from] ?? -1) : length))
  return viewOf(x, call.apply('broadcast_to', [x], { attributes: { shape }, dtype: x.dtype }))
}

/** The tensor again and again along its axes. */
function repeated(call: LibraryCall): PyNumber {
  const x = call.array('input')
  const times = sizes(call, 'repeats')
  if (times.length < rankOf(x) || times.some((each) => each < 1))
    call.refuse(`${call.callee} takes how often, at least once, for each of the ${rankOf(x)} axes.`)
  const shape = [...new Array<number>(times.length - rankOf(x)).fill(1), ...shapeOf(x)]
  let whole = shape.length === rankOf(x) ? x : call.apply('reshape', [x], { attributes: { shape }, dtype: x.dtype })
  for (const [axis, many] of times.entries())
    if (many > 1)
      whole = call.apply('concat', new Array<PyNumber>(many).fill(whole), { attributes: { axis }, dtype: x.dtype })
  return whole
}

/** What is joined: at least one tensor. */
function several(call: LibraryCall): PyNumber[] {
  const parts = call.arrays('tensors')
  return parts.length > 0 ? parts : call.refuse(`${call.callee} is given an empty list.`)
}

const joining = (operation: 'concat' | 'stack') => (call: LibraryCall) => {
  const parts = several(call)
  const dtype = joined(...parts.map((part) => part.dtype))
  return call.apply(operation, parts, { attributes: { axis: call.whole('dim') }, dtype })
}

/** Vectors are joined along their only axis, or stand one below the other. */
const stackedAlong = (axis: 0 | 1) => (call: LibraryCall) => {
  const parts = several(call).map((part) => {
    if (rankOf(part) === 0 || (rankOf(part) === 1 && axis === 0)) {
      const shape = axis === 0 ? [1, part.value.entries.length] : [1]
      return call.apply('reshape', [part], { attributes: { shape }, dtype: part.dtype })
    }
    return part
  })
  const along = axis === 1 && rankOf(parts[0]) === 1 ? 0 : axis
  return call.apply('concat', parts, { attributes: { axis: along }, dtype: joined(...parts.map(({ dtype }) => dtype)) })
}

function slice(call: LibraryCall, x: PyNumber, axis: number, index: AxisIndex): PyNumber {
  const whole = { start: null, stop: null, step: null }
  const attributes = { index: shapeOf(x).map((_, a) => (a === axis ? index : whole)) }
  return viewOf(x, call.apply('index', [x], { attributes, dtype: x.dtype }))
}

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
  const index = shapeOf(x).map((_, a) => (a === axis ? { places } : { start: null, stop: null, step: null }))
  return call.apply('index', [x], { attributes: { index }, dtype: x.dtype })
}

/** What stands beside each entry less the entry. */
function differences(call: LibraryCall): PyNumber {
  const x = call.array('input')
  const axis = axisNamed(call, x, call.whole('dim'))
  if (shapeOf(x)[axis] < 2) call.refuse('diff takes at least two entries along its axis.')
  const part = (start: number | null, stop: number | null) => {
    const index = shapeOf(x).map((_, a) =>
      a === axis ? { start, stop, step: null } : { start: null, stop: null, step: null },
    )
    return call.apply('index', [x], { attributes: { index }, dtype: x.dtype })
  }
  return call.apply('sub', [part(1, null), part(null, -1)], { dtype: x.dtype })
}

/** Each vector as an axis of its own, repeated along the others. */
function grids(call: LibraryCall): PyValue {
  const given = (call.value('tensors') as Tuple).items
  const [only] = given
  const vectors = (given.length === 1 && !(only instanceof PyNumber) ? call.running.items(only, call.at) : given).map(
    (one) => call.arrayOf(one, 'tensors'),
  )
  if (!call.has('indexing')) call.refuse("meshgrid needs indexing='ij' or indexing='xy'.")
  const swapped = call.choice('indexing', ['ij', 'xy']) === 'xy' && vectors.length > 1
  const lengths = vectors.map((one) => one.value.entries.length)
  const place = (k: number): number => (swapped && k < 2 ? 1 - k : k)
  const shape = lengths.map((_, k) => lengths[place(k)])
  return new Tuple(
    vectors.map((one, k) => {
      const own = lengths.map((_, axis) => (axis === place(k) ? lengths[k] : 1))
      const laid = call.apply('reshape', [one], { attributes: { shape: own }, dtype: one.dtype })
      return call.apply('broadcast_to', [laid], { attributes: { shape }, dtype: one.dtype })
    }),
  )
}

const cloned = (call: LibraryCall): PyNumber => {
  const x = call.array('input')
  return retyped(x, x.dtype)
}

const flat = (call: LibraryCall): PyNumber => reshaped(call, call.array('input'), [-1])

/** Functions of PyTorch that arrange entries; methods of tensors too. */
export const shaping: readonly LibraryFunction[] = [
  defined('reshape', 'input, *shape', (call) => reshaped(call, call.array('input'), sizes(call, 'shape'))),
  defined('ravel', 'input', flat),
  defined('flatten', 'input, start_dim=0, end_dim=-1', flattened),
  defined('squeeze', 'input, dim=None', squeezed),
  defined('unsqueeze', 'input, dim', unsqueezed),
  defined('t', 'input', transposed),
  defined('transpose swapaxes swapdims', 'input, dim0, dim1', (call) =>
    exchanged(call, call.array('input'), call.whole('dim0'), call.whole('dim1')),
  ),
  defined('permute', 'input, *dims', permuted),
  defined('broadcast_to', 'input, *size', expanded),
  defined('tile', 'input, *repeats', repeated),
  defined('split', 'input, split_size_or_sections, dim=0', split),
  defined('chunk', 'input, chunks, dim=0', chunks),
  defined('unbind', 'input, dim=0', unbound),
  defined('flip', 'input, *dims', flipped),
  defined('roll', 'input, shifts, dims=None', rolled),
  defined('diff', 'input, n=1?, dim=-1, prepend=None?, append=None?', differences),
  defined('clone', 'input, *, memory_format=?', cloned),
  defined('narrow', 'input, dim, start, length', narrowed),
  defined('gather', 'input, dim, index, *, sparse_grad=False?', gathered),
  defined('index_select', 'input, dim, index', selected),
]

/** Functions of several tensors, which are no methods. */
export const joiningFunctions: readonly LibraryFunction[] = [
  defined('cat concat concatenate', 'tensors, dim=0, *, out=None?', joining('concat')),
  defined('stack', 'tensors, dim=0, *, out=None?', joining('stack')),
  defined('vstack row_stack', 'tensors', stackedAlong(0)),
  defined('hstack', 'tensors', stackedAlong(1)),
  defined('meshgrid', '*tensors, indexing=_', grids),
]

/** Methods that have no function beside them. */
export const shapingMethods: readonly LibraryFunction[] = [
  defined('view', 'input, *shape', (call) => reshaped(call, call.array('input'), sizes(call, 'shape'))),
  defined('view_as reshape_as', 'input, other', (call) =>
    reshaped(call, call.array('input'), shapeOf(call.array('other'))),
  ),
  defined('expand', 'input, *size', expanded),
  defined('expand_as', 'input, other', (call) => {
    const x = call.array('input')
    return call.apply('broadcast_to', [x], { attributes: { shape: shapeOf(call.array('other')) }, dtype: x.dtype })
  }),
  defined('repeat', 'input, *repeats', repeated),
  defined('contiguous', 'input', (call) => call.array('input')),
]
