import type { PyNumber } from '../../values/numbered.ts'
import { NONE, type PyValue, Tuple } from '../../values/values.ts'
import type { LibraryCall } from '../call.ts'
import { arrayOf, copied, joined, rankOf } from '../numbers.ts'
import { defined, type LibraryFunction } from '../table.ts'

/** `clip(x, low, high)`, one of which may be None. */
export function clipped(call: LibraryCall, x: PyNumber, low: PyValue, high: PyValue): PyNumber {
  const bounds = [low, high].map((bound) => (bound === NONE ? null : call.arrayOf(bound, 'the bound')))
  const [least, most] = bounds
  const dtype = joined(x.dtype, ...bounds.flatMap((bound) => (bound ? [bound.dtype] : [])))
  if (least && most) return call.apply('clamp', [x, least, most], { dtype })
  if (least) return call.apply('max', [x, least], { dtype })
  return most ? call.apply('min', [x, most], { dtype }) : copied(x)
}

/** One of two names of a bound. */
const bound = (call: LibraryCall, ...names: string[]): PyValue => {
  const given = names.filter((name) => call.has(name))
  if (given.length > 1) call.refuse(`${call.callee} is given ${given.join(' and ')}, which are the same.`)
  return given.length === 1 ? call.value(given[0]) : NONE
}

const chosen = (call: LibraryCall, condition: PyNumber, a: PyNumber, b: PyNumber): PyNumber =>
  call.apply('where', [condition, a, b], { dtype: joined(a.dtype, b.dtype) })

/** Where an array is not 0: by axis the places, in order. */
function nonzeroPlaces(call: LibraryCall, x: PyNumber): Tuple {
  const { shape, entries } = x.value
  if (shape.length === 0) call.refuse(`${call.callee} takes an array, and here is a number.`)
  const found = [...entries.keys()].filter((place) => entries[place] !== 0)
  if (found.length === 0) call.refuse('No entry is chosen here, and arrays without entries are not read.')
  let after = entries.length
  const places = shape.map((length) => {
    after /= length
    const step = after
    const along = Float64Array.from(found, (place) => Math.floor(place / step) % length)
    return arrayOf({ shape: [found.length], entries: along }, call.at, 'int', call.library)
  })
  return new Tuple(places)
}

function whereOf(call: LibraryCall): PyValue {
  const condition = call.array('condition')
  const [hasX, hasY] = [call.has('x'), call.has('y')]
  if (hasX !== hasY) call.refuse(`${call.callee} takes the condition alone, or both values: where(condition, a, b).`)
  return hasX ? chosen(call, condition, call.array('x'), call.array('y')) : nonzeroPlaces(call, condition)
}

function selected(call: LibraryCall): PyNumber {
  const conditions = call.arrays('condlist')
  const values = call.arrays('choicelist')
  if (conditions.length !== values.length) call.refuse(`${call.callee} needs as many choices as conditions.`)
  const last = call.array('default')
  return conditions.reduceRight((rest, condition, i) => chosen(call, condition, values[i], rest), last)
}

/** What chooses among entries, in NumPy and JAX. */
export const choosing: readonly LibraryFunction[] = [
  defined('where', 'condition, x=_, y=_, /', whereOf),
  defined('nonzero', 'a', (call) => nonzeroPlaces(call, call.array('a'))),
  defined('flatnonzero', 'a', (call) => {
    const flat = call.apply('flatten', [call.array('a')])
    return nonzeroPlaces(call, flat).items[0]
  }),
  defined('select', 'condlist, choicelist, default=0', selected),
  defined('nan_to_num', 'x, copy=True, nan=0.0, posinf=?, neginf=?', (call) => {
    const x = call.array('x')
    if (x.value.entries.some((entry) => Math.abs(entry) === Number.POSITIVE_INFINITY))
      call.refuse(`${call.callee} of infinity is not read here.`)
    return chosen(call, call.apply('not_equal', [x, x], { dtype: 'bool' }), call.array('nan'), x)
  }),
]

export const clipOfNumpy = defined('clip', 'a, a_min=None, a_max=None, out=None?, *, min=None, max=None', (call) =>
  clipped(call, call.array('a'), bound(call, 'a_min', 'min'), bound(call, 'a_max', 'max')),
)

export const clipOfJax = defined('clip', 'arr, min=None, max=None', (call) =>
  clipped(call, call.array('arr'), call.value('min'), call.value('max')),
)

/** Whether two arrays agree but for roundings, entry by entry. */
function close(call: LibraryCall): { readonly shape: readonly number[]; readonly entries: Float64Array } {
  const [a, b] = [call.array('a'), call.array('b')]
  const [relative, absolute] = [call.number('rtol'), call.number('atol')]
  const [x, y] = [a, b].map((each) => call.apply('sub', [each, call.constant(0)]))
  const distance = call.apply('abs', [call.apply('sub', [x, y])]).value
  const size = call.apply('add', [call.apply('abs', [y]), call.apply('mul', [x, call.constant(0)])]).value
  const same = call.apply('equal', [x, y]).value.entries
  return {
    shape: distance.shape,
    entries: distance.entries.map((d, i) => Number(same[i] !== 0 || d <= absolute + relative * size.entries[i])),
  }
}

const CLOSE = 'a, b, rtol=1e-05, atol=1e-08, equal_nan=False?'

export const comparing: readonly LibraryFunction[] = [
  defined('isclose', CLOSE, (call) => arrayOf(close(call), call.at, 'bool', call.library)),
  defined('allclose', CLOSE, (call) => call.constant(Number(close(call).entries.every((is) => is !== 0)), 'bool')),
  defined('array_equal', 'a1, a2, equal_nan=False?', (call) => {
    const [a, b] = [call.array('a1').value, call.array('a2').value]
    const isEqual = a.shape.join() === b.shape.join() && a.entries.every((x, i) => x === b.entries[i])
    return call.constant(Number(isEqual), 'bool')
  }),
  defined('ndim', 'a', (call) => call.constant(rankOf(call.array('a')), 'int')),
  defined('isscalar', 'element', (call) => call.constant(Number(rankOf(call.array('element')) === 0), 'bool')),
  defined('real', 'val', (call) => call.array('val')),
]
