import type { Span } from '../../../language/syntax.ts'
import { quote } from '../../../language/words.ts'
import { sameShape, shapeWords } from '../../../primitives/shape.ts'
import { changeLeaf, requireGradient } from '../../derivatives/leaves.ts'
import type { Running } from '../../run/running.ts'
import { PyNumber } from '../../values/numbered.ts'
import { Refusal } from '../../values/refusal.ts'
import { type Arguments, Callable, Nothing, type PyValue } from '../../values/values.ts'
import type { LibraryCall } from '../call.ts'
import { joined, rankOf, shapeOf } from '../numbers.ts'
import { callOf, defined, type LibraryFunction } from '../table.ts'
import { overwrite } from '../views.ts'
import { type TorchRun, tensorWith, torchOf } from './torchRun.ts'

/** Tensors that show the numbers of another without its derivatives, `w.data` and `w.detach()`: what changes them changes it. */
const shown = new WeakMap<PyNumber, PyNumber>()

export const showing = (of: PyNumber, shows: PyNumber): PyNumber => {
  shown.set(shows, of)
  return shows
}

/**
 * Gives a tensor the numbers of `result` where it stands: `w -= lr*w.grad`, `x[0] = 1`, `w.add_(…)`. A leaf takes that in
 * `torch.no_grad()` alone, and is a leaf again; a change of `.grad` or `.data` is one of what it belongs to.
 */
export function torchInPlace(running: Running, target: PyNumber, result: PyNumber, at: Span): void {
  const torch = torchOf(running)
  if (!sameShape(result.value.shape, target.value.shape))
    throw new Refusal(
      `The tensor that is changed is ${shapeWords(target.value.shape)}, and the result is ${shapeWords(result.value.shape)}.`,
      at,
    )
  if (joined(result.dtype, target.dtype) !== target.dtype)
    throw new Refusal('A tensor of whole numbers cannot take fractions. Write its numbers with a point, as in 1.0.', at)
  if (torch.gradients.collects(target) && !running.trace.cutting)
    throw new Refusal(
      'PyTorch does not change in place what has requires_grad. Write it in a block `with torch.no_grad():`.',
      at,
    )
  write(torch, target, result, at)
}

/** `w.data = …`, or a change of what shows its numbers, or of a `.grad`. */
function write(torch: TorchRun, tensor: PyNumber, result: PyNumber, at: Span): void {
  const owner = shown.get(tensor)
  const leaf = torch.gradients.leafOf(tensor)
  if (torch.gradients.collects(tensor)) changeLeaf(torch.gradients, tensor, result.value, torch.literalOf(result), at)
  else overwrite(tensor, result, at)
  if (owner) write(torch, owner, result, at)
  if (leaf) torch.gradients.set(leaf, tensor)
}

const random = (distribution: 'normal' | 'uniform') => (call: LibraryCall, from: number, scale: number) => {
  const { shape, entries } = torchOf(call.running).drawn(distribution, shapeOf(call.array('input')), call.at)
  return tensorWith({ shape, entries: entries.map((x) => from + scale * x) }, call.at)
}

const filledWith = (call: LibraryCall, x: number): PyNumber => {
  const { value, dtype } = call.array('input')
  return tensorWith({ shape: value.shape, entries: value.entries.map(() => x) }, call.at, dtype)
}

function copied(call: LibraryCall): PyNumber {
  const [x, source] = [call.array('input'), call.array('src')]
  if (sameShape(shapeOf(x), shapeOf(source))) return source
  if (rankOf(source) > rankOf(x)) call.refuse('copy_ takes a tensor that fits into this one.')
  return call.apply('broadcast_to', [source], { attributes: { shape: shapeOf(x) }, dtype: source.dtype })
}

/** Methods that change a tensor, and are no function with `_` behind it. */
export const changes: readonly LibraryFunction[] = [
  defined('zero_', 'input', (call) => filledWith(call, 0)),
  defined('fill_', 'input, value', (call) => filledWith(call, call.number('value'))),
  defined('copy_', 'input, src, non_blocking=False?', copied),
  defined('normal_', 'input, mean=0, std=1, *, generator=None?', (call) =>
    random('normal')(call, call.number('mean'), call.number('std')),
  ),
  defined('uniform_', 'input, from=0, to=1, *, generator=None?', (call) =>
    random('uniform')(call, call.number('from'), call.number('to') - call.number('from')),
  ),
]

/** Functions whose method with `_` behind it changes the tensor. */
const CHANGING = new Set(
  'add sub subtract mul multiply div divide pow neg negative exp log sqrt rsqrt abs sigmoid tanh relu clamp clip square round floor ceil sin cos reciprocal masked_fill addcmul addcdiv lerp'.split(
    ' ',
  ),
)

export const isChange = (name: string): boolean => name.endsWith('_') && CHANGING.has(name.slice(0, -1))

/** A method that changes what stands in front of the dot, and gives it back. */
export const changing = (running: Running, self: PyNumber, name: string, by: LibraryFunction): Callable =>
  new Callable(`.${name}`, (given: Arguments) => {
    const result = callOf(running, 'torch', `.${name}`, by, { ...given, positional: [self, ...given.positional] })
    const leaf = name === 'zero_' ? torchOf(running).gradients.leafOf(self) : null
    if (leaf && torchOf(running).gradients.holds(leaf)) torchOf(running).gradients.sayCleared(given.at)
    torchInPlace(running, self, result as PyNumber, given.at)
    return self
  })

/** `x.grad = None`, `w.data = …`, `x.requires_grad = True` */
export function assignTorchAttribute(running: Running, tensor: PyNumber, name: string, value: PyValue, at: Span): void {
  const torch = torchOf(running)
  if (name === 'grad') {
    if (value instanceof Nothing) torch.gradients.clear(tensor, at)
    else torch.gradients.set(tensor, asTensor(value, name, at))
    return
  }
  if (name === 'data') {
    const result = asTensor(value, name, at)
    if (shown.get(result) !== tensor) write(torch, tensor, result, at)
    return
  }
  if (name !== 'requires_grad')
    throw new Refusal(`The attribute ${quote(name)} of a tensor is not assigned to here.`, at)
  requireGradient(torch.gradients, tensor, running.truth(value, at), at)
}

function asTensor(value: PyValue, name: string, at: Span): PyNumber {
  if (value instanceof PyNumber) return value
  throw new Refusal(`.${name} takes a tensor.`, at)
}
