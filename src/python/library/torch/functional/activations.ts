import { sameShape } from '../../../../primitives/shape.ts'
import type { PyNumber } from '../../../values/numbered.ts'
import type { LibraryCall } from '../../call.ts'
import { numberOf } from '../../numbers.ts'
import { axisNamed, reduced } from '../../reduced.ts'
import { defined, type LibraryFunction } from '../../table.ts'
import { torchInPlace } from '../inPlace.ts'
import { norm } from '../reductions.ts'

const number = (call: LibraryCall, x: number): PyNumber => numberOf(x, call.at)

/** One operation of ours. */
const one = (operation: string) => (call: LibraryCall) => call.apply(operation, [call.array('input')])

const greater = (call: LibraryCall, x: PyNumber, bound: number): PyNumber =>
  call.apply('greater', [x, number(call, bound)], { dtype: 'bool' })

/** x where it is positive, a slope times x elsewhere, at 0 too. */
function leaky(call: LibraryCall, slope: PyNumber): PyNumber {
  const x = call.array('input')
  const isUsual = slope.origin.kind === 'constant' && slope.value.entries[0] === 0.01
  return isUsual ? call.apply('leakyrelu', [x]) : call.apply('prelu', [x, slope])
}

/** x where it is positive, alpha·(exp(x) − 1) elsewhere. */
function elu(call: LibraryCall): PyNumber {
  const x = call.array('input')
  const alpha = call.array('alpha')
  if (alpha.value.entries[0] === 1) return call.apply('elu', [x])
  const below = call.apply('mul', [alpha, call.apply('expm1', [x])])
  return call.apply('where', [greater(call, x, 0), x, below])
}

/** x where it is positive, alpha·(exp(x/alpha) − 1) elsewhere. */
function celu(call: LibraryCall): PyNumber {
  const x = call.array('input')
  const alpha = call.array('alpha')
  if (alpha.value.entries[0] === 1) return call.apply('elu', [x])
  const below = call.apply('mul', [alpha, call.apply('expm1', [call.apply('div', [x, alpha])])])
  return call.apply('where', [greater(call, x, 0), x, below])
}

/** log(1 + exp(beta·x))/beta. */
function softplus(call: LibraryCall): PyNumber {
  const x = call.array('input')
  const beta = call.number('beta')
  if (call.number('threshold') !== 20) call.refuse('“threshold” of softplus is read as threshold=20 only.')
  if (beta === 1) return call.apply('softplus', [x])
  return call.apply('div', [call.apply('softplus', [call.apply('mul', [number(call, beta), x])]), number(call, beta)])
}

/** By default with the error function, else with tanh. */
const gelu = (call: LibraryCall): PyNumber =>
  call.apply(call.choice('approximate', ['none', 'tanh']) === 'none' ? 'gelu' : 'gelutanh', [call.array('input')])

/** With `inplace=True` the input itself is changed. */
const inPlace = (does: (call: LibraryCall) => PyNumber) => (call: LibraryCall) => {
  const result = does(call)
  if (!call.truth('inplace')) return result
  const x = call.array('input')
  torchInPlace(call.running, x, result, call.at)
  return x
}

/** Between two bounds; at the bounds no derivative passes, as in PyTorch. */
function hardtanh(call: LibraryCall): PyNumber {
  const x = call.array('input')
  const [least, most] = [call.number('min_val'), call.number('max_val')]
  if (least === -1 && most === 1) return call.apply('hardtanh', [x])
  return bounded(call, x, least, most)
}

function bounded(call: LibraryCall, x: PyNumber, least: number, most: number): PyNumber {
  const low = call.apply('where', [greater(call, x, least), x, number(call, least)])
  return call.apply('where', [call.apply('less', [x, number(call, most)], { dtype: 'bool' }), low, number(call, most)])
}

function softmax(call: LibraryCall, operation: 'softmax' | 'logsoftmax'): PyNumber {
  const x = call.array('input')
  if (!call.has('dim'))
    call.refuse(`${call.callee} needs dim, the axis along which it sums: write dim=1, or dim=-1 for the last.`)
  return call.apply(operation, [x], { attributes: { axis: axisNamed(call, x, call.whole('dim')) } })
}

function softmin(call: LibraryCall): PyNumber {
  const x = call.array('input')
  if (!call.has('dim')) call.refuse('softmin needs dim.')
  return call.apply('softmax', [call.apply('neg', [x])], {
    attributes: { axis: axisNamed(call, x, call.whole('dim')) },
  })
}

/** Each vector along an axis over its norm, which is at least eps. */
function normalized(call: LibraryCall): PyNumber {
  const x = call.array('input')
  const size = norm(call, x, call.number('p'), [axisNamed(call, x, call.whole('dim'))], true)
  return call.apply('div', [x, call.apply('max', [size, number(call, call.number('eps'))])])
}

/** Without dropping anything; what is dropped at random is not read. */
function dropout(call: LibraryCall): PyNumber {
  const isActive = call.truth('training') && call.number('p') > 0
  if (isActive)
    call.refuse(
      'Dropout draws what it drops, and that is not read here. Without it, that is with p=0.0, training=False or after model.eval(), the rest is read.',
    )
  return call.array('input')
}

/** The mean of squares. */
const squareSum = (call: LibraryCall, x: PyNumber, axes: readonly number[]): PyNumber =>
  reduced(call, 'mean', call.apply('square', [x]), axes, true)

/** What a normalization is given besides its input. */
export interface Normalizing {
  readonly eps: number
  readonly weight: PyNumber | null
  readonly bias: PyNumber | null
}

/** (x − mean)/√(variance + eps) over the axes, times a weight, plus a bias. */
export function layerNorm(
  call: LibraryCall,
  x: PyNumber,
  axes: readonly number[],
  { eps, weight, bias }: Normalizing,
): PyNumber {
  const around = call.apply('sub', [x, reduced(call, 'mean', x, axes, true)])
  const spread = call.apply('add', [squareSum(call, around, axes), number(call, eps)])
  const result = call.apply('div', [around, call.apply('sqrt', [spread])])
  const scaled = weight ? call.apply('mul', [result, weight]) : result
  return bias ? call.apply('add', [scaled, bias]) : scaled
}

/** The last axes, whose lengths must be these. */
export function lastAxes(call: LibraryCall, x: PyNumber, shape: readonly number[]): readonly number[] {
  const last = x.value.shape.slice(x.value.shape.length - shape.length)
  if (!sameShape(last, shape)) call.refuse(`The last axes of the input are ${last.join('×')}, not ${shape.join('×')}.`)
  return shape.map((_, k) => x.value.shape.length - shape.length + k)
}

/** Activations of `torch.nn.functional`. */
export const activations: readonly LibraryFunction[] = [
  ...[
    ...['relu', 'relu6', 'selu', 'silu', 'mish', 'hardsigmoid'].map((name) => [name, '', one(name)] as const),
    ['leaky_relu', 'negative_slope=0.01, ', (call: LibraryCall) => leaky(call, call.array('negative_slope'))] as const,
    ['elu', 'alpha=1.0, ', elu] as const,
    ['celu', 'alpha=1.0, ', celu] as const,
    ['hardtanh', 'min_val=-1.0, max_val=1.0, ', hardtanh] as const,
  ].map(([name, parameters, does]) => defined(name, `input, ${parameters}inplace=False`, inPlace(does))),
  ...['softsign', 'logsigmoid', 'sigmoid', 'tanh', 'tanhshrink'].map((name) => defined(name, 'input', one(name))),
  defined('prelu', 'input, weight', (call) => leaky(call, call.array('weight'))),
  defined('gelu', "input, *, approximate='none'", gelu),
  defined('softplus', 'input, beta=1, threshold=20', softplus),
  defined('softmax', 'input, dim=None, _stacklevel=3?, dtype=None', (call) => softmax(call, 'softmax')),
  defined('log_softmax', 'input, dim=None, _stacklevel=3?, dtype=None', (call) => softmax(call, 'logsoftmax')),
  defined('softmin', 'input, dim=None', softmin),
  defined('normalize', 'input, p=2.0, dim=1, eps=1e-12, out=None?', normalized),
  defined('dropout', 'input, p=0.5, training=True, inplace=False?', dropout),
]
