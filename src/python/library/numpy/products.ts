import { sizeOf } from '../../../primitives/shape.ts'
import { PyNumber } from '../../values/numbered.ts'
import type { LibraryCall } from '../call.ts'
import { joined, rankOf, shapeOf } from '../numbers.ts'
import { axisNamed } from '../reduced.ts'
import { defined, type LibraryFunction } from '../table.ts'

const both = (call: LibraryCall, operation: string, a: PyNumber, b: PyNumber): PyNumber =>
  call.apply(operation, [a, b], { dtype: joined(a.dtype, b.dtype) })

const turned = (call: LibraryCall, x: PyNumber): PyNumber => call.apply('transpose', [x], { dtype: x.dtype })

const inShape = (call: LibraryCall, x: PyNumber, shape: readonly number[]): PyNumber =>
  call.apply('reshape', [x], { dtype: x.dtype, attributes: { shape } })

const flat = (call: LibraryCall, x: PyNumber): PyNumber => (rankOf(x) === 1 ? x : inShape(call, x, [-1]))

/** NumPy's `dot`: a number scales; else the last axis of a meets the last but one of b. */
function dotted(call: LibraryCall, a: PyNumber, b: PyNumber): PyNumber {
  const [left, right] = [rankOf(a), rankOf(b)]
  if (left === 0 || right === 0) return both(call, 'mul', a, b)
  if (left === 1 && right === 1) return both(call, 'dot', a, b)
  if (right > 2) return tensordotted(call, a, b, [left - 1], [right - 2])
  return both(call, 'matmul', a, b)
}

/** NumPy's `inner`: last axes meet. */
function inner(call: LibraryCall, a: PyNumber, b: PyNumber): PyNumber {
  if (rankOf(a) === 0 || rankOf(b) === 0) return both(call, 'mul', a, b)
  if (rankOf(a) === 1 && rankOf(b) === 1) return both(call, 'dot', a, b)
  if (rankOf(b) === 1) return both(call, 'matmul', a, b)
  if (rankOf(b) === 2) return both(call, 'matmul', a, turned(call, b))
  return tensordotted(call, a, b, [rankOf(a) - 1], [rankOf(b) - 1])
}

/** Sums of products over pairs of axes: both as matrices, then their product. */
function tensordotted(
  call: LibraryCall,
  a: PyNumber,
  b: PyNumber,
  left: readonly number[],
  right: readonly number[],
): PyNumber {
  const kept = (x: PyNumber, axes: readonly number[]): number[] =>
    shapeOf(x)
      .map((_, axis) => axis)
      .filter((axis) => !axes.includes(axis))
  const [rows, columns] = [kept(a, left), kept(b, right)]
  const lengths = (x: PyNumber, axes: readonly number[]): number[] => axes.map((axis) => shapeOf(x)[axis])
  if (lengths(a, left).join() !== lengths(b, right).join())
    call.refuse(
      `${call.callee} sums over axes of equal length, and here they are ${lengths(a, left)} and ${lengths(b, right)}.`,
    )
  const size = sizeOf(lengths(a, left))
  const arranged = (x: PyNumber, axes: readonly number[], shape: readonly number[]): PyNumber => {
    const isInOrder = axes.every((axis, i) => axis === i)
    const ordered = isInOrder ? x : call.apply('transpose', [x], { dtype: x.dtype, attributes: { axes } })
    return shapeOf(ordered).join() === shape.join() ? ordered : inShape(call, ordered, shape)
  }
  const x = arranged(a, [...rows, ...left], [sizeOf(lengths(a, rows)), size])
  const y = arranged(b, [...right, ...columns], [size, sizeOf(lengths(b, columns))])
  const shape = [...lengths(a, rows), ...lengths(b, columns)]
  const product = both(call, 'matmul', x, y)
  return shape.length === 2 ? product : inShape(call, product, shape)
}

function tensordot(call: LibraryCall): PyNumber {
  const [a, b] = [call.array('a'), call.array('b')]
  const value = call.value('axes')
  if (value instanceof PyNumber && rankOf(value) === 0) {
    const count = call.whole('axes')
    if (count < 0 || count > Math.min(rankOf(a), rankOf(b)))
      call.refuse(`${call.callee} has not so many axes to sum over.`)
    const places = Array.from({ length: count }, (_, i) => i)
    return tensordotted(
      call,
      a,
      b,
      places.map((i) => rankOf(a) - count + i),
      places,
    )
  }
  const pair = call.running.items(value, call.at)
  if (pair.length !== 2) call.refuse(`The axes of ${call.callee} are a number, or a pair of axes or lists of axes.`)
  const [left, right] = pair.map((axes, i) => {
    const listed = call.arrayFrom(axes, 'axes')
    return Array.from(listed.value.entries, (axis) => axisNamed(call, i === 0 ? a : b, axis))
  })
  return tensordotted(call, a, b, left, right)
}

/** Every entry of a times all of b, in its place: both with the other's axes in between, then multiplied. */
function kron(call: LibraryCall): PyNumber {
  const [a, b] = [call.array('a'), call.array('b')]
  const rank = Math.max(rankOf(a), rankOf(b))
  const padded = (x: PyNumber): number[] => [...new Array<number>(rank - rankOf(x)).fill(1), ...shapeOf(x)]
  const [m, n] = [padded(a), padded(b)]
  const x = inShape(
    call,
    a,
    m.flatMap((length) => [length, 1]),
  )
  const y = inShape(
    call,
    b,
    n.flatMap((length) => [1, length]),
  )
  return inShape(
    call,
    both(call, 'mul', x, y),
    m.map((length, axis) => length * n[axis]),
  )
}

/** Sums of products, in NumPy and JAX. */
export const products: readonly LibraryFunction[] = [
  defined('dot', 'a, b, out=None?, *, precision=None?', (call) => dotted(call, call.array('a'), call.array('b'))),
  defined('matmul', "x1, x2, /, out=None?, *, casting='same_kind'?, order=_, dtype=None?, precision=None?", (call) =>
    both(call, 'matmul', call.array('x1'), call.array('x2')),
  ),
  defined('inner', 'a, b, /', (call) => inner(call, call.array('a'), call.array('b'))),
  defined('outer', 'a, b, out=None?', (call) =>
    both(call, 'outer', flat(call, call.array('a')), flat(call, call.array('b'))),
  ),
  defined('vdot', 'a, b, /', (call) => both(call, 'dot', flat(call, call.array('a')), flat(call, call.array('b')))),
  defined('tensordot', 'a, b, axes=2', tensordot),
  defined('kron', 'a, b', kron),
]
