import type { Shape } from '../../../primitives/shape.ts'
import { sizeOf } from '../../../primitives/shape.ts'
import { PyNumber } from '../../values/numbered.ts'
import { List, Tuple } from '../../values/values.ts'
import type { LibraryCall } from '../call.ts'
import { rankOf, retyped, shapeOf } from '../numbers.ts'
import { axisNamed } from '../reduced.ts'
import { defined, type LibraryFunction } from '../table.ts'
import { viewOf } from '../views.ts'

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

const cloned = (call: LibraryCall): PyNumber => {
  const x = call.array('input')
  return retyped(x, x.dtype)
}

const flat = (call: LibraryCall): PyNumber => reshaped(call, call.array('input'), [-1])

/** Functions of PyTorch that keep all entries, in other shapes or repeated; methods of tensors too. */
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
  defined('clone', 'input, *, memory_format=?', cloned),
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
