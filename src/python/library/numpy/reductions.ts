import { sizeOf } from '../../../primitives/shape.ts'
import type { Dtype, PyNumber } from '../../values/numbered.ts'
import type { LibraryCall } from '../call.ts'
import { cast, isScalar, joined, rankOf } from '../numbers.ts'
import { axesOf, axisNamed, reduced } from '../reduced.ts'
import { defined, type LibraryFunction } from '../table.ts'

/** The array that is reduced, as the numbers that `dtype=…` asks for. */
function operand(call: LibraryCall, name = 'a'): PyNumber {
  const x = call.array(name)
  const dtype = call.dtype()
  return dtype ? cast(call.running, x, dtype, call.at) : x
}

const along = (call: LibraryCall, operation: string, x: PyNumber, dtype: Dtype): PyNumber =>
  isScalar(x) && !call.has('axis') && operation !== 'norm'
    ? cast(call.running, x, dtype, call.at)
    : reduced(call, operation, x, axesOf(call, x), call.truth('keepdims'), { dtype })

/** Sums and the like: of truth values, whole numbers. */
const summing = (names: string, operation: string, options: string): LibraryFunction =>
  defined(names, `a, axis=None, dtype=None, out=None?, keepdims=False, ${options}`, (call) => {
    const x = operand(call)
    return along(call, operation, x, joined(x.dtype, 'int'))
  })

const extreme = (names: string, operation: string): LibraryFunction =>
  defined(names, 'a, axis=None, out=None?, keepdims=False, initial=None?, where=None?', (call) => {
    const x = call.array('a')
    return along(call, operation, x, x.dtype)
  })

/** How many entries a reduction takes together. */
function groupSize(call: LibraryCall, x: PyNumber): number {
  const axes = axesOf(call, x)
  return sizeOf(axes === null ? x.value.shape : axes.map((axis) => x.value.shape[axis]))
}

/** Σ(x − mean)²/(n − ddof), and its root. */
function spread(call: LibraryCall, operation: 'var' | 'std'): PyNumber {
  const x = cast(call.running, operand(call), 'float', call.at)
  const ddof = call.number('ddof')
  const n = groupSize(call, x)
  if (n <= ddof) call.refuse(`${call.callee} divides by the number of entries less ddof, which is ${n - ddof} here.`)
  const isSample = ddof === 1
  const result = along(call, isSample ? `sample${operation}` : operation, x, 'float')
  if (ddof === 0 || isSample) return result
  const factor = n / (n - ddof)
  return call.apply('mul', [result, call.constant(operation === 'var' ? factor : Math.sqrt(factor))])
}

const SPREAD = 'a, axis=None, dtype=None, out=None?, ddof=0, keepdims=False, *, where=None?, mean=None?, correction=?'

/** `cumsum` and `cumprod`; without an axis, of all entries in order. */
const running = (name: string): LibraryFunction =>
  defined(name, 'a, axis=None, dtype=None, out=None?', (call) => {
    const x = operand(call)
    const dtype = joined(x.dtype, 'int')
    if (!call.has('axis')) {
      const flat = rankOf(x) === 1 ? x : call.apply('flatten', [x], { dtype })
      return call.apply(name, [flat], { dtype, attributes: { axis: 0 } })
    }
    return call.apply(name, [x], { dtype, attributes: { axis: axisNamed(call, x, call.whole('axis')) } })
  })

/** A reduction that gives another kind of numbers than it takes. */
export function taken(call: LibraryCall, operation: string, dtype: Dtype): PyNumber {
  const x = call.array('a')
  return reduced(call, operation, x, axesOf(call, x), call.truth('keepdims'), { dtype })
}

const truth = (operation: string): LibraryFunction =>
  defined(operation, 'a, axis=None, out=None?, keepdims=False, *, where=None?', (call) =>
    taken(call, operation, 'bool'),
  )

function average(call: LibraryCall): PyNumber {
  const x = call.array('a')
  if (!call.has('weights')) return along(call, 'mean', x, 'float')
  const weights = call.array('weights')
  const shaped = weights.value.shape.join() === x.value.shape.join() ? weights : alongAxis(call, x, weights)
  const total = reduced(call, 'sum', call.apply('mul', [x, shaped]), axesOf(call, x), call.truth('keepdims'))
  return call.apply('div', [total, reduced(call, 'sum', weights, null, false)], { dtype: 'float' })
}

/** Weights of one axis, so that they stand along it. */
function alongAxis(call: LibraryCall, x: PyNumber, weights: PyNumber): PyNumber {
  const axes = axesOf(call, x)
  if (axes?.length !== 1 || rankOf(weights) !== 1)
    return call.refuse(`The weights of ${call.callee} must have the shape of the array, or be a vector beside an axis.`)
  const shape = x.value.shape.map((_, axis) => (axis === axes[0] ? weights.value.shape[0] : 1))
  return call.apply('reshape', [weights], { attributes: { shape } })
}

/** What takes entries together, in NumPy and JAX. */
export const reductions: readonly LibraryFunction[] = [
  summing('sum', 'sum', 'initial=None?, where=None?'),
  summing('prod', 'prod', 'initial=None?, where=None?'),
  defined('mean', 'a, axis=None, dtype=None, out=None?, keepdims=False, *, where=None?', (call) =>
    along(call, 'mean', operand(call), 'float'),
  ),
  extreme('max amax', 'max'),
  extreme('min amin', 'min'),
  defined('ptp', 'a, axis=None, out=None?, keepdims=False', (call) => {
    const x = call.array('a')
    const [most, least] = ['max', 'min'].map((operation) => along(call, operation, x, x.dtype))
    return call.apply('sub', [most, least])
  }),
  defined('std', SPREAD, (call) => spread(call, 'std')),
  defined('var', SPREAD, (call) => spread(call, 'var')),
  running('cumsum'),
  running('cumprod'),
  truth('any'),
  truth('all'),
  defined('count_nonzero', 'a, axis=None, *, keepdims=False', (call) => taken(call, 'count_nonzero', 'int')),
  defined('average', 'a, axis=None, weights=None, returned=False?, *, keepdims=False', average),
]
