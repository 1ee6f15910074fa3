import { PyNumber } from '../../values/numbered.ts'
import { Text, Tuple } from '../../values/values.ts'
import type { LibraryCall } from '../call.ts'
import { cast, joined, rankOf, shapeOf } from '../numbers.ts'
import { axesOf, axisNamed, reduced } from '../reduced.ts'
import { defined, type LibraryFunction } from '../table.ts'
import { filled } from './creation.ts'
import { shared } from './shapes.ts'

/** Rows and columns of the diagonal, so many places above the main one. */
function diagonalPlaces(call: LibraryCall, rows: number, columns: number, above: number) {
  const length = Math.min(rows + Math.min(above, 0), columns - Math.max(above, 0))
  if (length < 1) call.refuse(`${call.callee}: the matrix has no diagonal ${above}.`)
  const places = Array.from({ length }, (_, i) => i)
  return [{ places: places.map((i) => i - Math.min(above, 0)) }, { places: places.map((i) => i + Math.max(above, 0)) }]
}

/** Entries of the diagonal of a matrix; with more axes, of the last two after they were moved there. */
function diagonalOf(call: LibraryCall, x: PyNumber, above: number, first = 0, second = 1): PyNumber {
  if (rankOf(x) < 2) return call.refuse(`${call.callee} takes a matrix.`)
  const [a, b] = [axisNamed(call, x, first), axisNamed(call, x, second)]
  const shape = shapeOf(x)
  const others = shape.map((_, axis) => axis).filter((axis) => axis !== a && axis !== b)
  const isInPlace = others.every((axis, i) => axis === i) && a < b
  const axes = [...others, a, b]
  const { dtype } = x
  const moved = isInPlace ? x : call.apply('transpose', [x], { dtype, attributes: { axes } })
  const index = [{ ellipsis: true as const }, ...diagonalPlaces(call, shape[a], shape[b], above)]
  return shared(call, x, call.apply('index', [moved], { dtype, attributes: { index } }))
}

function diag(call: LibraryCall): PyNumber {
  const x = call.array('v')
  const k = call.whole('k')
  if (rankOf(x) !== 1 && rankOf(x) !== 2) return call.refuse(`${call.callee} takes a vector or a matrix.`)
  const result = call.apply('diag', [x], { dtype: x.dtype, attributes: k === 0 ? {} : { k } })
  return rankOf(x) === 2 ? shared(call, x, result) : result
}

/** Zeros above a diagonal, or below one. */
function triangle(call: LibraryCall, operation: 'tril' | 'triu'): PyNumber {
  const x = call.array('m')
  const k = call.whole('k')
  if (rankOf(x) < 2) return call.refuse(`${call.callee} takes a matrix.`)
  return call.apply(operation, [x], { dtype: x.dtype, attributes: k === 0 ? {} : { k } })
}

function trace(call: LibraryCall): PyNumber {
  const x = call.array('a')
  const [k, first, second] = ['offset', 'axis1', 'axis2'].map((name) => call.whole(name))
  const dtype = joined(x.dtype, 'int')
  const isPlain = rankOf(x) === 2 && first === 0 && second === 1
  if (isPlain) return call.apply('trace', [x], { dtype, attributes: k === 0 ? {} : { k } })
  const entries = diagonalOf(call, x, k, first, second)
  return reduced(call, 'sum', entries, [rankOf(entries) - 1], false, { dtype })
}

function trianglePlaces(call: LibraryCall, isKept: (above: number) => boolean): Tuple {
  const n = call.whole('n')
  const m = call.has('m') ? call.whole('m') : n
  const places = [...new Array(n * m).keys()].filter((place) => isKept((place % m) - Math.floor(place / m)))
  if (places.length === 0) call.refuse(`${call.callee} gives no places here.`)
  return new Tuple([
    filled(call, [places.length], 'int', (i) => Math.floor(places[i] / m)),
    filled(call, [places.length], 'int', (i) => places[i] % m),
  ])
}

/** What is made of one matrix, in NumPy and JAX. */
export const matrices: readonly LibraryFunction[] = [
  defined('diag', 'v, k=0', diag),
  defined('diagonal', 'a, offset=0, axis1=0, axis2=1', (call) =>
    diagonalOf(call, call.array('a'), call.whole('offset'), call.whole('axis1'), call.whole('axis2')),
  ),
  defined('trace', 'a, offset=0, axis1=0, axis2=1, dtype=None?, out=None?', trace),
  defined('tril', 'm, k=0', (call) => triangle(call, 'tril')),
  defined('triu', 'm, k=0', (call) => triangle(call, 'triu')),
  defined('tril_indices', 'n, k=0, m=None', (call) => trianglePlaces(call, (above) => above <= call.whole('k'))),
  defined('triu_indices', 'n, k=0, m=None', (call) => trianglePlaces(call, (above) => above >= call.whole('k'))),
]

/** The order of a norm: null is the Euclidean one. */
function orderOf(call: LibraryCall): number | 'fro' | null {
  if (!call.has('ord')) return null
  const value = call.value('ord')
  if (value instanceof Text) return call.choice<'fro'>('ord', ['fro'])
  return value instanceof PyNumber
    ? call.number('ord')
    : call.refuse(`The order of ${call.callee} is a number or 'fro'.`)
}

/** NumPy's `linalg.norm`: of all entries, of vectors along an axis, or of a matrix. */
function norm(call: LibraryCall): PyNumber {
  const x = cast(call.running, call.array('x'), 'float', call.at)
  const order = orderOf(call)
  const axes = axesOf(call, x)
  const keepdims = call.truth('keepdims')
  if (order === null) return reduced(call, 'norm', x, axes, keepdims)
  const rank = axes?.length ?? rankOf(x)
  if (rank === 2) return matrixNorm(call, x, order, axes ?? [0, 1], keepdims)
  if (rank !== 1 || order === 'fro') return call.refuse(`${call.callee} with an order takes a vector or a matrix.`)
  return vectorNorm(call, x, order, axes ?? [0], keepdims)
}

/** (Σ|x|^p)^(1/p), and its limits at infinite orders. */
function vectorNorm(
  call: LibraryCall,
  x: PyNumber,
  order: number,
  axes: readonly number[] | null,
  keepdims: boolean,
): PyNumber {
  const sizes = (): PyNumber => call.apply('abs', [x])
  if (order === 2) return reduced(call, 'norm', x, axes, keepdims)
  if (order === Number.POSITIVE_INFINITY) return reduced(call, 'norminf', x, axes, keepdims)
  if (order === Number.NEGATIVE_INFINITY) return reduced(call, 'min', sizes(), axes, keepdims)
  if (order === 1) return reduced(call, 'norm1', x, axes, keepdims)
  if (order === 0)
    return reduced(call, 'sum', call.apply('not_equal', [x, call.constant(0)]), axes, keepdims, { dtype: 'float' })
  const powers = call.apply('pow', [sizes(), call.constant(order)])
  return call.apply('pow', [reduced(call, 'sum', powers, axes, keepdims), call.constant(1 / order)])
}

/** Sums of columns for the order 1, of rows for the infinite one; with a minus sign their least. */
function matrixNorm(
  call: LibraryCall,
  x: PyNumber,
  order: number | 'fro',
  axes: readonly number[],
  keepdims: boolean,
): PyNumber {
  if (order === 'fro') return reduced(call, 'norm', x, axes, keepdims)
  if (Math.abs(order) !== 1 && Math.abs(order) !== Number.POSITIVE_INFINITY)
    return call.refuse(`The order ${order} of a matrix norm is not read here: it has 'fro', 1 and np.inf.`)
  const [summed, compared] = Math.abs(order) === 1 ? axes : [axes[1], axes[0]]
  const sums = reduced(call, 'sum', call.apply('abs', [x]), [summed], true)
  const extreme = reduced(call, order > 0 ? 'max' : 'min', sums, [compared], true)
  if (keepdims) return extreme
  const shape = shapeOf(x).filter((_, axis) => !axes.includes(axis))
  return call.apply('reshape', [extreme], { attributes: { shape } })
}

const square = (call: LibraryCall, name: string): PyNumber => {
  const x = call.array(name)
  const [rows, columns] = shapeOf(x).slice(-2)
  if (rankOf(x) < 2 || rows !== columns) call.refuse(`${call.callee} takes a square matrix.`)
  return x
}

function matrixPower(call: LibraryCall): PyNumber {
  const x = square(call, 'a')
  const n = call.whole('n')
  if (n > 1000 || n < -1000) call.refuse(`${call.callee} is read up to the power 1000.`)
  if (n === 0) {
    const { shape } = x.value
    const [size] = shape.slice(-1)
    const identity = filled(call, [size, size], x.dtype, (place) => Number(place % (size + 1) === 0))
    return call.apply('broadcast_to', [identity], { dtype: x.dtype, attributes: { shape } })
  }
  const base = n < 0 ? call.apply('inv', [x], { dtype: 'float' }) : x
  let result = base
  for (let turn = 1; turn < Math.abs(n); turn++) result = call.apply('matmul', [result, base])
  return result
}

/** `linalg` of NumPy and JAX. */
export const linearAlgebra: readonly LibraryFunction[] = [
  defined('norm', 'x, ord=None, axis=None, keepdims=False', norm),
  defined('det', 'a', (call) => call.apply('det', [square(call, 'a')], { dtype: 'float' })),
  defined('inv', 'a', (call) => call.apply('inv', [square(call, 'a')], { dtype: 'float' })),
  defined('solve', 'a, b', (call) => call.apply('solve', [square(call, 'a'), call.array('b')], { dtype: 'float' })),
  defined('slogdet', 'a', (call) => {
    const x = square(call, 'a')
    const sign = call.apply('sign', [call.apply('det', [x], { dtype: 'float' })])
    return new Tuple([sign, call.apply('logabsdet', [x], { dtype: 'float' })])
  }),
  defined('matrix_power', 'a, n', matrixPower),
  defined('multi_dot', 'arrays', (call) => {
    const arrays = call.arrays('arrays')
    if (arrays.length < 2) call.refuse(`${call.callee} needs at least two arrays.`)
    return arrays.reduce((a, b) => call.apply('matmul', [a, b]))
  }),
]
