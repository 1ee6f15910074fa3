import { PyNumber } from '../../values/numbered.ts'
import { type PyValue, Tuple } from '../../values/values.ts'
import type { LibraryCall } from '../call.ts'
import { joined, rankOf } from '../numbers.ts'
import { defined, type LibraryFunction } from '../table.ts'

/** What is joined: at least one tensor. */
function several(call: LibraryCall): PyNumber[] {
  const parts = call.arrays('tensors')
  return parts.length > 0 ? parts : call.refuse(`${call.callee} is given an empty list.`)
}

const joinedBy = (operation: 'concat' | 'stack') => (call: LibraryCall) => {
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

/** Functions of several tensors, which are no methods. */
export const joining: readonly LibraryFunction[] = [
  defined('cat concat concatenate', 'tensors, dim=0, *, out=None?', joinedBy('concat')),
  defined('stack', 'tensors, dim=0, *, out=None?', joinedBy('stack')),
  defined('vstack row_stack', 'tensors', stackedAlong(0)),
  defined('hstack', 'tensors', stackedAlong(1)),
  defined('meshgrid', '*tensors, indexing=_', grids),
]
