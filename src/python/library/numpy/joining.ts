import { PyNumber } from '../../values/numbered.ts'
import { List } from '../../values/values.ts'
import type { LibraryCall } from '../call.ts'
import { cast, joined, rankOf, shapeOf } from '../numbers.ts'
import { axisNamed } from '../reduced.ts'
import { defined, type LibraryFunction } from '../table.ts'
import { along, indexed, shared } from './shapes.ts'

/** Arrays one after the other along an axis; one array alone is itself. */
function concatenated(call: LibraryCall, arrays: readonly PyNumber[], axis: number): PyNumber {
  if (arrays.length === 0) call.refuse(`${call.callee} needs at least one array.`)
  const dtype = joined(...arrays.map((each) => each.dtype))
  return call.apply('concat', arrays, { dtype, attributes: { axis } })
}

export function stackedAlong(call: LibraryCall, arrays: readonly PyNumber[], axis: number): PyNumber {
  if (arrays.length === 0) call.refuse(`${call.callee} needs at least one array.`)
  const dtype = joined(...arrays.map((each) => each.dtype))
  return call.apply('stack', arrays, { dtype, attributes: { axis } })
}

const inShape = (call: LibraryCall, x: PyNumber, shape: readonly number[]): PyNumber =>
  call.apply('reshape', [x], { dtype: x.dtype, attributes: { shape } })

/** A number as a vector, a vector as a row. */
const asRows = (call: LibraryCall, x: PyNumber): PyNumber =>
  rankOf(x) >= 2 ? x : inShape(call, x, rankOf(x) === 1 ? [1, shapeOf(x)[0]] : [1, 1])

const asVector = (call: LibraryCall, x: PyNumber): PyNumber => (rankOf(x) === 0 ? inShape(call, x, [1]) : x)

const asColumns = (call: LibraryCall, x: PyNumber): PyNumber =>
  rankOf(x) >= 2 ? x : inShape(call, x, [shapeOf(x)[0] ?? 1, 1])

function joinedByRank(call: LibraryCall): PyNumber {
  const arrays = call.arrays('tup').map((x) => asVector(call, x))
  return concatenated(call, arrays, rankOf(arrays[0] ?? call.constant(0)) === 1 ? 0 : 1)
}

const asDtype = (call: LibraryCall, x: PyNumber): PyNumber => {
  const dtype = call.dtype()
  return dtype ? cast(call.running, x, dtype, call.at) : x
}

/** Parts of an axis: of equal length, or between the places that are given. */
function parts(call: LibraryCall, mustFit: boolean): List {
  const x = call.array('ary')
  const axis = axisNamed(call, x, call.whole('axis'))
  const length = shapeOf(x)[axis]
  const sections = call.wholes('indices_or_sections')
  const given = call.value('indices_or_sections')
  const isCount = given instanceof PyNumber && rankOf(given) === 0
  if (isCount && mustFit && length % sections[0] !== 0)
    call.refuse(`${call.callee} into ${sections[0]} equal parts does not fit a length of ${length}.`)
  const ends = isCount ? equalEnds(length, sections[0]) : [...sections, length]
  const pieces = ends.map((stop, i) =>
    shared(call, x, indexed(call, x, along(axis, { start: i === 0 ? 0 : ends[i - 1], stop, step: null }))),
  )
  return new List(pieces)
}

/** Where so many parts end; the first ones are longer by one where they do not come out even. */
const equalEnds = (length: number, count: number): number[] =>
  Array.from(
    { length: Math.max(0, count) },
    (_, i) => (i + 1) * Math.floor(length / count) + Math.min(i + 1, length % count),
  )

/** What puts arrays together or takes them apart, in NumPy and JAX. */
export const joining: readonly LibraryFunction[] = [
  defined('concatenate concat', "arrays, axis=0, out=None?, *, dtype=None, casting='same_kind'?", (call) => {
    if (call.has('axis')) return asDtype(call, concatenated(call, call.arrays('arrays'), call.whole('axis')))
    const flat = call.arrays('arrays').map((x) => inShape(call, x, [-1]))
    return asDtype(call, concatenated(call, flat, 0))
  }),
  defined('stack', "arrays, axis=0, out=None?, *, dtype=None, casting='same_kind'?", (call) =>
    asDtype(call, stackedAlong(call, call.arrays('arrays'), call.whole('axis'))),
  ),
  defined('vstack row_stack', 'tup, *, dtype=None', (call) =>
    asDtype(
      call,
      concatenated(
        call,
        call.arrays('tup').map((x) => asRows(call, x)),
        0,
      ),
    ),
  ),
  defined('hstack', 'tup, *, dtype=None', (call) => asDtype(call, joinedByRank(call))),
  defined('column_stack', 'tup', (call) =>
    concatenated(
      call,
      call.arrays('tup').map((x) => asColumns(call, x)),
      1,
    ),
  ),
  defined('append', 'arr, values, axis=None', (call) => {
    const arrays = [call.arrayFrom(call.value('arr'), 'arr'), call.arrayFrom(call.value('values'), 'values')]
    if (call.has('axis')) return concatenated(call, arrays, call.whole('axis'))
    return concatenated(
      call,
      arrays.map((x) => inShape(call, x, [-1])),
      0,
    )
  }),
  defined('split', 'ary, indices_or_sections, axis=0', (call) => parts(call, true)),
  defined('array_split', 'ary, indices_or_sections, axis=0', (call) => parts(call, false)),
]
