import { sizeOf } from '../../../primitives/shape.ts'
import type { PyNumber } from '../../values/numbered.ts'
import type { LibraryCall } from '../call.ts'
import { cast, isConstant, shapeOf } from '../numbers.ts'
import { filled } from '../numpy/creation.ts'
import { axesOf, axisNamed, reduced } from '../reduced.ts'
import { defined, type LibraryFunction } from '../table.ts'

const unary = (names: string, operation: string): LibraryFunction =>
  defined(names, 'x', (call) => call.apply(operation, [call.array('x')], { dtype: 'float' }))

const isNumber = (x: PyNumber, value: number): boolean =>
  isConstant(x) && shapeOf(x).length === 0 && x.value.entries[0] === value

/** slope·x below 0; the usual slope is 0.01. */
function leaky(call: LibraryCall, x: PyNumber, slope: PyNumber): PyNumber {
  if (isNumber(slope, 0.01)) return call.apply('leakyrelu', [x], { dtype: 'float' })
  return call.apply('prelu', [x, slope], { dtype: 'float' })
}

/** α·(eˣ − 1) below 0; the usual α is 1. */
function elu(call: LibraryCall, x: PyNumber, alpha: PyNumber): PyNumber {
  const usual = call.apply('elu', [x], { dtype: 'float' })
  if (isNumber(alpha, 1)) return usual
  const isPositive = call.apply('greater', [x, call.constant(0)], { dtype: 'bool' })
  return call.apply('where', [isPositive, x, call.apply('mul', [alpha, usual])], { dtype: 'float' })
}

/** α·(e^(x/α) − 1) below 0 */
function celu(call: LibraryCall, x: PyNumber, alpha: PyNumber): PyNumber {
  if (isNumber(alpha, 1)) return call.apply('elu', [x], { dtype: 'float' })
  return call.apply('mul', [alpha, call.apply('elu', [call.apply('div', [x, alpha], { dtype: 'float' })])])
}

/** Along one axis; of several, or of all, they are taken together first. */
export function alongAxis(call: LibraryCall, operation: 'softmax' | 'logsoftmax', x: PyNumber): PyNumber {
  const axes = axesOf(call, x)
  if (axes?.length === 1) return call.apply(operation, [x], { dtype: 'float', attributes: { axis: axes[0] } })
  if (axes && axes.length !== shapeOf(x).length) return call.refuse(`${call.callee} takes one axis here.`)
  const flat = call.apply('flatten', [x], { dtype: 'float' })
  const shares = call.apply(operation, [flat], { attributes: { axis: 0 } })
  return call.apply('reshape', [shares], { attributes: { shape: shapeOf(x) } })
}

export function logSumOfExps(call: LibraryCall): PyNumber {
  const x = call.array('a')
  return reduced(call, 'logsumexp', x, axesOf(call, x), call.truth('keepdims'), { dtype: 'float' })
}

/** A 1 at the place that each number names, on a new last axis; all 0 where there is no such place, as in JAX. */
function oneHot(call: LibraryCall): PyNumber {
  const x = call.array('x')
  const classes = call.whole('num_classes')
  const { entries } = x.value
  return filled(call, [...shapeOf(x), classes], call.dtype() ?? 'float', (place) =>
    Number(entries[Math.floor(place / classes)] === place % classes),
  )
}

/** `jax.nn` */
export const activations: readonly LibraryFunction[] = [
  unary('relu', 'relu'),
  unary('relu6', 'relu6'),
  unary('sigmoid', 'sigmoid'),
  unary('softplus', 'softplus'),
  unary('soft_sign', 'softsign'),
  unary('silu swish', 'silu'),
  unary('mish', 'mish'),
  unary('log_sigmoid', 'logsigmoid'),
  unary('hard_sigmoid', 'hardsigmoid'),
  unary('hard_tanh', 'hardtanh'),
  unary('selu', 'selu'),
  unary('tanh', 'tanh'),
  defined('identity', 'x', (call) => call.array('x')),
  defined('gelu', 'x, approximate=True', (call) =>
    call.apply(call.truth('approximate') ? 'gelutanh' : 'gelu', [call.array('x')], { dtype: 'float' }),
  ),
  defined('leaky_relu', 'x, negative_slope=0.01', (call) => leaky(call, call.array('x'), call.array('negative_slope'))),
  defined('elu', 'x, alpha=1.0', (call) => elu(call, call.array('x'), call.array('alpha'))),
  defined('celu', 'x, alpha=1.0', (call) => celu(call, call.array('x'), call.array('alpha'))),
  defined('glu', 'x, axis=-1', (call) => {
    const x = cast(call.running, call.array('x'), 'float', call.at)
    const axis = axisNamed(call, x, call.whole('axis'))
    const length = shapeOf(x)[axis]
    if (length % 2 !== 0) call.refuse(`${call.callee} halves an axis, and its length ${length} is odd.`)
    const half = (start: number) => {
      const all = { start: null, stop: null, step: null }
      const index = [...new Array(axis).fill(all), { start, stop: start + length / 2, step: null }]
      return call.apply('index', [x], { attributes: { index } })
    }
    return call.apply('mul', [half(0), call.apply('sigmoid', [half(length / 2)])])
  }),
  defined('softmax', 'x, axis=-1, where=None?', (call) => alongAxis(call, 'softmax', call.array('x'))),
  defined('log_softmax', 'x, axis=-1, where=None?', (call) => alongAxis(call, 'logsoftmax', call.array('x'))),
  defined('logsumexp', 'a, axis=None, b=None?, keepdims=False, return_sign=False?, where=None?', logSumOfExps),
  defined('logmeanexp', 'a, axis=None, where=None?, keepdims=False', (call) => {
    const x = call.array('a')
    const axes = axesOf(call, x)
    const size = sizeOf(axes === null ? shapeOf(x) : axes.map((axis) => shapeOf(x)[axis]))
    return call.apply('sub', [logSumOfExps(call), call.constant(Math.log(size))])
  }),
  defined('one_hot', 'x, num_classes, *, dtype=None, axis=-1?', oneHot),
]
