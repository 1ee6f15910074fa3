import { type Shape, sizeOf, stridesOf } from '../../../primitives/shape.ts'
import { nested } from '../../../primitives/value.ts'
import { type Dtype, PyNumber } from '../../values/numbered.ts'
import { NamedTuple, Text } from '../../values/values.ts'
import type { LibraryCall } from '../call.ts'
import { joined, numberOf, rankOf, shapeOf } from '../numbers.ts'
import { axesOf, axisNamed, reduced } from '../reduced.ts'
import { defined, type LibraryFunction } from '../table.ts'
import { tensorWith } from './torchRun.ts'

const along = (operation: string, dtype: (x: PyNumber) => Dtype) => (call: LibraryCall) => {
  const x = call.array('input')
  return reduced(call, operation, x, axesOf(call, x, 'dim'), call.truth('keepdim'), {
    dtype: call.dtype() ?? dtype(x),
  })
}

const counting = (x: PyNumber): Dtype => joined('int', x.dtype)

/** Averages are of fractions alone. */
export function fractions(call: LibraryCall, name = 'input'): PyNumber {
  const x = call.array(name)
  if (x.dtype !== 'float')
    call.refuse(
      `${call.callee} is for fractions, and these are whole numbers: write them with a point, as in 1.0, or .float().`,
    )
  return x
}

function averaged(call: LibraryCall): PyNumber {
  const x = call.dtype() === 'float' ? call.array('input') : fractions(call)
  return reduced(call, 'mean', x, axesOf(call, x, 'dim'), call.truth('keepdim'), { dtype: 'float' })
}

/** `std(x)`, `std(x, False)`, `std(x, 1, True)`: what comes first is an axis, or whether the divisor is n − 1, as it is by default. */
const spread = (root: boolean) => (call: LibraryCall) => {
  const x = fractions(call)
  const first = call.value('dim')
  const isUnbiased = first instanceof PyNumber && first.dtype === 'bool'
  const axes = isUnbiased ? null : axesOf(call, x, 'dim')
  const unbiased = isUnbiased ? first.value.entries[0] !== 0 : call.truth('unbiased')
  const correction = call.has('correction') ? call.number('correction') : Number(unbiased)
  return spreadOf(call, x, axes, call.truth('keepdim'), { correction, root })
}

/** The sum of squares around the mean over n − correction, or its root. */
function spreadOf(
  call: LibraryCall,
  x: PyNumber,
  axes: readonly number[] | null,
  keepdim: boolean,
  { correction, root }: { readonly correction: number; readonly root: boolean },
): PyNumber {
  const name = root ? 'std' : 'var'
  if (correction === 0) return reduced(call, name, x, axes, keepdim)
  if (correction === 1) return reduced(call, `sample${name}`, x, axes, keepdim)
  return call.refuse(`${call.callee} is read with the correction 1, or 0 (unbiased=False).`)
}

/** `max(x)` of all, `max(x, dim)` with places, `max(x, y)` of two. */
const extreme = (operation: 'max' | 'min') => (call: LibraryCall) => {
  const x = call.array('input')
  const second = call.value('dim')
  const isOther = call.has('other') || (second instanceof PyNumber && second.library === 'torch')
  if (isOther) {
    const y = call.has('other') ? call.array('other') : call.array('dim')
    return call.apply(operation, [x, y], { dtype: joined('int', x.dtype, y.dtype) })
  }
  if (!call.has('dim')) return reduced(call, operation, x, null, false, { dtype: x.dtype })
  const axis = axisNamed(call, x, call.whole('dim'))
  const indices = placesOf(call, x, axis, call.truth('keepdim'), (a, b) => (operation === 'max' ? a > b : a < b))
  const values = entriesAt(call, x, axis, indices)
  return new NamedTuple([values, indices], ['values', 'indices'])
}

/** By line along the axis, the place of the first entry that no other is `better` than. */
function placesOf(
  call: LibraryCall,
  x: PyNumber,
  axis: number,
  keepdim: boolean,
  better: (a: number, b: number) => boolean,
): PyNumber {
  return perLine(call, x, axis, keepdim, (line) => {
    let best = 0
    for (const [place, entry] of line.entries())
      if (better(entry, line[best]) || (Number.isNaN(entry) && !Number.isNaN(line[best]))) best = place
    return [best]
  })
}

/** Whole numbers for each line along an axis, which no derivative passes. */
function perLine(
  call: LibraryCall,
  x: PyNumber,
  axis: number,
  keepdim: boolean,
  of: (line: readonly number[]) => readonly number[],
): PyNumber {
  const shape = shapeOf(x)
  const strides = stridesOf(shape)
  const length = shape.length === 0 ? 1 : shape[axis]
  const lines: (readonly number[])[] = []
  for (let start = 0; start < x.value.entries.length; start++)
    if (shape.length === 0 || Math.floor(start / strides[axis]) % length === 0)
      lines.push(of(Array.from({ length }, (_, k) => x.value.entries[start + k * (strides[axis] ?? 0)])))
  const many = lines[0].length
  const found = shape.map((extent, a) => (a === axis ? many : extent))
  const inner = strides[axis] ?? 1
  const entries = new Float64Array(lines.length * many)
  for (const [line, numbers] of lines.entries())
    for (const [k, number] of numbers.entries())
      entries[Math.floor(line / inner) * many * inner + k * inner + (line % inner)] = number
  const kept = keepdim || many > 1 ? found : found.filter((_, a) => a !== axis)
  return tensorWith({ shape: kept, entries }, call.at, 'int')
}

/** The entries at places along an axis; of places without that axis, one for each line. */
export function entriesAt(call: LibraryCall, x: PyNumber, axis: number, places: PyNumber): PyNumber {
  if (rankOf(x) === 0) return x
  const dropped = rankOf(places) < rankOf(x)
  const shape: Shape = shapeOf(places)
  const entries = [...places.value.entries]
  const index = shapeOf(x).map((_, a) => {
    if (a === axis) return { places: nested(shape, entries) }
    const own = dropped && a > axis ? a - 1 : a
    const stride = stridesOf(shape)[own]
    return {
      places: nested(
        shape,
        entries.map((_, entry) => Math.floor(entry / stride) % shape[own]),
      ),
    }
  })
  const isOne = shape.length === 0
  const attributes = { index: isOne ? [{ at: entries[0] }] : index }
  return call.apply('index', [x], { attributes, dtype: x.dtype })
}

const placeOfExtreme = (better: (a: number, b: number) => boolean) => (call: LibraryCall) => {
  const x = call.array('input')
  if (call.has('dim')) return placesOf(call, x, axisNamed(call, x, call.whole('dim')), call.truth('keepdim'), better)
  const whole = new PyNumber('torch', x.dtype, { shape: [x.value.entries.length], entries: x.value.entries }, x.origin)
  return placesOf(call, whole, 0, false, better)
}

/** `norm(x)`, `norm(x, 1)`, `norm(x, 'fro')`, `norm(x, float('inf'), dim=1)` */
export function normOf(call: LibraryCall, order: string): PyNumber {
  const x = fractions(call)
  const given = call.value(order)
  if (given instanceof Text && given.text !== 'fro')
    call.refuse(`The norm '${given.text}' is not read here: write a number, or 'fro'.`)
  const p = given instanceof PyNumber ? call.number(order) : 2
  return norm(call, x, p, axesOf(call, x, 'dim'), call.truth('keepdim'))
}

export function norm(
  call: LibraryCall,
  x: PyNumber,
  p: number,
  axes: readonly number[] | null,
  keepdim: boolean,
): PyNumber {
  const by = (operation: string, operand: PyNumber): PyNumber => reduced(call, operation, operand, axes, keepdim)
  if (p === 2) return by('norm', x)
  const sizes = call.apply('abs', [x])
  if (p === 1) return by('sum', sizes)
  if (p === Number.POSITIVE_INFINITY) return by('max', sizes)
  if (p === Number.NEGATIVE_INFINITY) return by('min', sizes)
  if (!(p > 0))
    call.refuse(`A norm of order ${p} is not read here: write 1, 2, another number above 0, or float('inf').`)
  const powers = by('sum', call.apply('pow', [sizes, numberOf(p, call.at)]))
  return call.apply('pow', [powers, numberOf(1 / p, call.at)])
}

/** One axis that must be given. */
const alongOne = (operation: string, dtype: (x: PyNumber) => Dtype) => (call: LibraryCall) => {
  const x = call.array('input')
  return call.apply(operation, [x], { attributes: { axis: axisNamed(call, x, call.whole('dim')) }, dtype: dtype(x) })
}

/** Whether all, or any, are true. */
const quantified = (operation: 'min' | 'max') => (call: LibraryCall) => {
  const x = call.array('input')
  const truths = x.dtype === 'bool' ? x : call.apply('not_equal', [x, numberOf(0, call.at)], { dtype: 'bool' })
  return reduced(call, operation, truths, axesOf(call, x, 'dim'), call.truth('keepdim'), { dtype: 'bool' })
}

/** Entries in order along an axis, and their places; of the largest or smallest only `k`. */
function ordered(call: LibraryCall, x: PyNumber, descending: boolean, count?: number): NamedTuple {
  const axis = axisNamed(call, x, call.whole('dim'))
  const sign = descending ? -1 : 1
  const places = perLine(call, x, axis, true, (line) =>
    [...line.keys()].sort((a, b) => sign * (line[a] - line[b])).slice(0, count),
  )
  return new NamedTuple([entriesAt(call, x, axis, places), places], ['values', 'indices'])
}

function largest(call: LibraryCall): NamedTuple {
  const x = call.array('input')
  const length = shapeOf(x)[axisNamed(call, x, call.whole('dim'))]
  const count = call.whole('k')
  if (count < 1 || count > length)
    call.refuse(`${call.callee} takes from 1 to ${length} entries here, and k is ${count}.`)
  return ordered(call, x, call.truth('largest'), count)
}

/** Of all entries, or along an axis with its places: of an even number the lower of the two in the middle. */
function median(call: LibraryCall): PyNumber | NamedTuple {
  const x = call.array('input')
  const isWhole = !call.has('dim')
  const flat = isWhole ? call.apply('reshape', [x], { attributes: { shape: [sizeOf(shapeOf(x))] }, dtype: x.dtype }) : x
  const axis = isWhole ? 0 : axisNamed(call, x, call.whole('dim'))
  const places = perLine(call, flat, axis, call.truth('keepdim'), (line) => {
    if (line.some(Number.isNaN)) return [line.findIndex(Number.isNaN)]
    return [[...line.keys()].sort((a, b) => line[a] - line[b])[Math.floor((line.length - 1) / 2)]]
  })
  const values = entriesAt(call, flat, axis, places)
  return isWhole ? values : new NamedTuple([values, places], ['values', 'indices'])
}

const float = (): Dtype => 'float'
const own = (x: PyNumber): Dtype => x.dtype

/** Functions of PyTorch that take entries together; methods of tensors too. */
export const reductions: readonly LibraryFunction[] = [
  defined('sum', 'input, dim=None, keepdim=False, *, dtype=None', along('sum', counting)),
  defined('mean', 'input, dim=None, keepdim=False, *, dtype=None', averaged),
  defined('prod', 'input, dim=None, keepdim=False, *, dtype=None', along('prod', counting)),
  defined('amax', 'input, dim=(), keepdim=False, dtype=None?', (call) => amax(call, 'max')),
  defined('amin', 'input, dim=(), keepdim=False, dtype=None?', (call) => amax(call, 'min')),
  defined('logsumexp', 'input, dim, keepdim=False, dtype=None?', along('logsumexp', float)),
  defined('std', 'input, dim=None, unbiased=True, keepdim=False, *, correction=_', spread(true)),
  defined('var', 'input, dim=None, unbiased=True, keepdim=False, *, correction=_', spread(false)),
  defined('max', 'input, dim=None, keepdim=False, *, other=_', extreme('max')),
  defined('min', 'input, dim=None, keepdim=False, *, other=_', extreme('min')),
  defined(
    'argmax',
    'input, dim=None, keepdim=False',
    placeOfExtreme((a, b) => a > b),
  ),
  defined(
    'argmin',
    'input, dim=None, keepdim=False',
    placeOfExtreme((a, b) => a < b),
  ),
  defined('norm', "input, p='fro', dim=None, keepdim=False, dtype=None?", (call) => normOf(call, 'p')),
  defined('dist', 'input, other, p=2', (call) => {
    const away = call.apply('sub', [call.array('input'), call.array('other')])
    return norm(call, away, call.number('p'), null, false)
  }),
  defined('count_nonzero', 'input, dim=None', (call) => {
    const x = call.array('input')
    const counted = call.apply('not_equal', [x, numberOf(0, call.at)], { dtype: 'int' })
    return reduced(call, 'sum', counted, axesOf(call, x, 'dim'), false, { dtype: 'int' })
  }),
  defined('cumsum', 'input, dim, dtype=None?', alongOne('cumsum', counting)),
  defined('cumprod', 'input, dim, dtype=None?', alongOne('cumprod', counting)),
  defined('softmax', 'input, dim, dtype=None?', alongOne('softmax', float)),
  defined('log_softmax', 'input, dim, dtype=None?', alongOne('logsoftmax', float)),
  defined('all', 'input, dim=None, keepdim=False', quantified('min')),
  defined('any', 'input, dim=None, keepdim=False', quantified('max')),
  defined('sort', 'input, dim=-1, descending=False', (call) =>
    ordered(call, call.array('input'), call.truth('descending')),
  ),
  defined(
    'argsort',
    'input, dim=-1, descending=False',
    (call) => ordered(call, call.array('input'), call.truth('descending')).items[1],
  ),
  defined('median', 'input, dim=None, keepdim=False', median),
  defined('topk', 'input, k, dim=-1, largest=True, sorted=True?', largest),
]

function amax(call: LibraryCall, operation: 'max' | 'min'): PyNumber {
  const x = call.array('input')
  const axes = axesOf(call, x, 'dim')
  return reduced(call, operation, x, axes?.length ? axes : null, call.truth('keepdim'), { dtype: own(x) })
}
