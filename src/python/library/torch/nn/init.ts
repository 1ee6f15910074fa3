import { type Shape, sizeOf } from '../../../../primitives/shape.ts'
import type { Tensor } from '../../../../primitives/value.ts'
import type { LibraryCall } from '../../call.ts'
import { shapeOf } from '../../numbers.ts'
import { defined, type LibraryFunction } from '../../table.ts'
import { torchInPlace } from '../inPlace.ts'
import { tensorWith, torchOf } from '../torchRun.ts'

/** Gives a tensor other numbers where it stands; as in PyTorch, no derivative sees that. */
const initialised = (entries: (call: LibraryCall, shape: Shape) => Float64Array) => (call: LibraryCall) => {
  const tensor = call.array('tensor')
  const { trace } = call.running
  const before = trace.cutting
  trace.cutting = true
  const value: Tensor = { shape: shapeOf(tensor), entries: entries(call, shapeOf(tensor)) }
  torchInPlace(call.running, tensor, tensorWith(value, call.at), call.at)
  trace.cutting = before
  return tensor
}

const constantly = (x: (call: LibraryCall) => number) =>
  initialised((call, shape) => new Float64Array(sizeOf(shape)).fill(x(call)))

const drawn = (
  distribution: 'normal' | 'uniform',
  place: (call: LibraryCall, shape: Shape) => { readonly from: number; readonly scale: number },
) =>
  initialised((call, shape) => {
    const { from, scale } = place(call, shape)
    return torchOf(call.running)
      .drawn(distribution, shape, call.at)
      .entries.map((x) => from + scale * x)
  })

/** How many numbers a weight takes, and how many it gives. */
function fans(call: LibraryCall, shape: Shape): { readonly in: number; readonly out: number } {
  if (shape.length < 2) call.refuse(`${call.callee} is for weights of at least two axes.`)
  const field = sizeOf(shape.slice(2))
  return { in: shape[1] * field, out: shape[0] * field }
}

/** Glorot and Bengio (2010): the variance 2/(in + out). */
const xavier = (call: LibraryCall, shape: Shape): number => {
  const fan = fans(call, shape)
  return call.number('gain') * Math.sqrt(2 / (fan.in + fan.out))
}

/** He et al. (2015): the variance gain²/in, or out. */
function kaiming(call: LibraryCall, shape: Shape): number {
  const fan = fans(call, shape)
  const nonlinearity = call.choice('nonlinearity', ['leaky_relu', 'relu', 'linear', 'sigmoid', 'tanh'])
  const slope = call.number('a')
  const gain = {
    leaky_relu: Math.sqrt(2 / (1 + slope ** 2)),
    relu: Math.SQRT2,
    linear: 1,
    sigmoid: 1,
    tanh: 5 / 3,
  }[nonlinearity]
  return gain / Math.sqrt(call.choice('mode', ['fan_in', 'fan_out']) === 'fan_in' ? fan.in : fan.out)
}

const symmetric = (deviation: (call: LibraryCall, shape: Shape) => number) =>
  drawn('uniform', (call, shape) => {
    const bound = Math.sqrt(3) * deviation(call, shape)
    return { from: -bound, scale: 2 * bound }
  })

const centred = (deviation: (call: LibraryCall, shape: Shape) => number) =>
  drawn('normal', (call, shape) => ({ from: 0, scale: deviation(call, shape) }))

const HE = "tensor, a=0, mode='fan_in', nonlinearity='leaky_relu'"

/** `torch.nn.init` */
export const initialisation: readonly LibraryFunction[] = [
  defined(
    'zeros_',
    'tensor',
    constantly(() => 0),
  ),
  defined(
    'ones_',
    'tensor',
    constantly(() => 1),
  ),
  defined(
    'constant_',
    'tensor, val',
    constantly((call) => call.number('val')),
  ),
  defined(
    'normal_',
    'tensor, mean=0.0, std=1.0',
    drawn('normal', (call) => ({ from: call.number('mean'), scale: call.number('std') })),
  ),
  defined(
    'uniform_',
    'tensor, a=0.0, b=1.0',
    drawn('uniform', (call) => ({ from: call.number('a'), scale: call.number('b') - call.number('a') })),
  ),
  defined('xavier_uniform_', 'tensor, gain=1.0', symmetric(xavier)),
  defined('xavier_normal_', 'tensor, gain=1.0', centred(xavier)),
  defined('kaiming_uniform_', HE, symmetric(kaiming)),
  defined('kaiming_normal_', HE, centred(kaiming)),
]
