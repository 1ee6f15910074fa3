import type { Span } from '../../../language/syntax.ts'
import type { Shape } from '../../../primitives/shape.ts'
import { sizeOf } from '../../../primitives/shape.ts'
import type { Tensor } from '../../../primitives/value.ts'
import { leaf } from '../../derivatives/leaves.ts'
import { type Dtype, PyNumber } from '../../values/numbered.ts'
import type { PyValue } from '../../values/values.ts'
import type { LibraryCall } from '../call.ts'
import { checkedShape } from '../call.ts'
import { cast, isConstant, joined, retyped, shapeOf } from '../numbers.ts'
import { defined, type LibraryFunction } from '../table.ts'
import { viewOf } from '../views.ts'
import { sizes } from './shaping.ts'
import { tensorWith, torchOf } from './torchRun.ts'

const SINGLE =
  'PyTorch computes with 32 bits where nothing else is asked for; here it is 64, so the last digits may differ.'

/** What is made: a constant, or with `requires_grad=True` an input of the name that the text gives to it. */
function made(call: LibraryCall, value: Tensor, dtype: Dtype, literal: Span | null = null): PyNumber {
  const torch = torchOf(call.running)
  if (dtype === 'float' && !call.has('dtype')) torch.noteOnce(SINGLE, call.at)
  if (!call.truth('requires_grad')) return torch.setLiteral(tensorWith(value, call.at, dtype), literal)
  if (dtype !== 'float')
    call.refuse('Only fractions can be differentiated: write these numbers with a point, as in 1.0, for requires_grad.')
  return leaf(torch.gradients, 'torch', { name: null, value, literal, role: null, at: call.at })
}

/** `torch.tensor(data)`: its numbers are copied, so that no derivative flows back to what they come from. */
function tensor(call: LibraryCall): PyNumber {
  const data = call.value('data')
  const numbers = isOfNumpy(data) ? data : call.arrayFrom(data, 'data')
  const dtype = call.dtype() ?? numbers.dtype
  const value = cast(call.running, constantCopy(numbers, call.at), dtype, call.at).value
  return made(call, value, dtype, call.running.literalOf(data))
}

/** The numbers as a constant; what is differentiated in them is cut off. */
const constantCopy = (numbers: PyNumber, at: Span): PyNumber =>
  new PyNumber('torch', numbers.dtype, numbers.value, { kind: 'constant', at })

const isOfNumpy = (data: PyValue): data is PyNumber => data instanceof PyNumber && data.library === 'numpy'

const converted = (call: LibraryCall, x: PyNumber): PyNumber =>
  call.has('dtype') ? cast(call.running, x, call.dtype() as Dtype, call.at) : x

/** `torch.as_tensor(data)`, `torch.from_numpy(array)`: a tensor stays what it is, and an array shares its numbers. */
function asTensor(call: LibraryCall): PyNumber {
  const data = call.value('data')
  if (isOfNumpy(data)) return converted(call, viewOf(data, retyped(data, data.dtype, 'torch')))
  if (data instanceof PyNumber && data.library === 'torch') return converted(call, data)
  return tensor(call)
}

const filled = (shape: Shape, x: number): Tensor => ({ shape, entries: new Float64Array(sizeOf(shape)).fill(x) })

const OPTIONS = 'dtype=None, device=_, requires_grad=False, layout=_, out=None?, pin_memory=False?'

const constantly = (x: number) => (call: LibraryCall) => {
  const shape = checkedShape(sizes(call, 'size'), call.at)
  return made(call, filled(shape, x), call.dtype() ?? 'float')
}

const constantlyLike = (x: number) => (call: LibraryCall) => {
  const like = call.array('input')
  return made(call, filled(shapeOf(like), x), call.dtype() ?? like.dtype)
}

function full(call: LibraryCall): PyNumber {
  const x = call.array('fill_value')
  return made(call, filled(call.shape('size'), call.number('fill_value')), call.dtype() ?? x.dtype)
}

function fullLike(call: LibraryCall): PyNumber {
  const like = call.array('input')
  return made(call, filled(shapeOf(like), call.number('fill_value')), call.dtype() ?? like.dtype)
}

function identity(call: LibraryCall): PyNumber {
  const rows = call.whole('n')
  const columns = call.has('m') ? call.whole('m') : rows
  const value = filled(checkedShape([rows, columns], call.at), 0)
  for (let i = 0; i < Math.min(rows, columns); i++) value.entries[i * columns + i] = 1
  return made(call, value, call.dtype() ?? 'float')
}

/** Most numbers that a range gives. */
const MOST = 1_000_000

/** `arange(end)`, `arange(start, end, step)`: without its end. */
function range(call: LibraryCall): PyNumber {
  const names = ['start', 'end', 'step']
  const dtype = joined(...names.filter((name) => call.has(name)).map((name) => call.array(name).dtype))
  const first = call.number('start')
  const [start, end] = call.has('end') ? [first, call.number('end')] : [0, first]
  const step = call.has('step') ? call.number('step') : 1
  const many = Math.ceil((end - start) / step)
  if (!(many >= 1 && many <= MOST))
    call.refuse('arange gives from 1 to a million numbers here, and these are none, or more.')
  const entries = Float64Array.from({ length: many }, (_, k) => start + k * step)
  return made(call, { shape: [many], entries }, call.dtype() ?? dtype)
}

/** Numbers at equal distances, both ends with them; PyTorch counts from both ends to the middle. */
function spaced(call: LibraryCall): PyNumber {
  const [start, end, steps] = [call.number('start'), call.number('end'), call.whole('steps')]
  if (!(steps >= 1 && steps <= MOST)) call.refuse('linspace gives from 1 to a million numbers here.')
  const step = (end - start) / Math.max(1, steps - 1)
  const entries = Float64Array.from({ length: steps }, (_, k) =>
    k < steps / 2 ? start + k * step : end - (steps - 1 - k) * step,
  )
  return made(call, { shape: [steps], entries }, call.dtype() ?? 'float')
}

const drawn = (distribution: 'normal' | 'uniform', shape: (call: LibraryCall) => Shape) => (call: LibraryCall) =>
  made(call, torchOf(call.running).drawn(distribution, shape(call), call.at), call.dtype() ?? 'float')

const ofSize = (call: LibraryCall): Shape => checkedShape(sizes(call, 'size'), call.at)
const ofLike = (call: LibraryCall): Shape => shapeOf(call.array('input'))

function wholes(call: LibraryCall): PyNumber {
  const isOne = !call.has('size')
  const [low, high] = isOne ? [0, call.whole('low')] : [call.whole('low'), call.whole('high')]
  const shape = checkedShape(isOne ? call.wholes('high') : call.wholes('size'), call.at)
  const value = torchOf(call.running).drawn('uniform', shape, call.at)
  const entries = value.entries.map((x) => low + Math.floor(x * (high - low)))
  return made(call, { shape, entries }, call.dtype() ?? 'int')
}

/** The numbers from 0 in some order. */
function permutation(call: LibraryCall): PyNumber {
  const many = call.whole('n')
  const keys = torchOf(call.running).drawn('uniform', checkedShape([many], call.at), call.at).entries
  const entries = Float64Array.from([...keys.keys()].sort((a, b) => keys[a] - keys[b]))
  return made(call, { shape: [many], entries }, call.dtype() ?? 'int')
}

function seeded(call: LibraryCall): PyValue {
  torchOf(call.running).seed(call.whole('seed'))
  return call.value('seed')
}

/** `torch.float(x)`-like conversions stand with the methods; these make new tensors. */
export const creation: readonly LibraryFunction[] = [
  defined('tensor', 'data, *, dtype=None, device=_, requires_grad=False, pin_memory=False?', tensor),
  defined('Tensor FloatTensor DoubleTensor', 'data, *, dtype=None?, requires_grad=False?', (call) =>
    retyped(tensor(call), 'float'),
  ),
  defined('LongTensor', 'data, *, dtype=None?, requires_grad=False?', (call) => {
    const x = tensor(call)
    return isConstant(x) ? cast(call.running, x, 'int', call.at) : x
  }),
  defined('as_tensor asarray', 'data, dtype=None, device=_, *, requires_grad=False', asTensor),
  defined('from_numpy', 'data, *, dtype=None?, requires_grad=False?', asTensor),
  defined('zeros empty', `*size, ${OPTIONS}`, constantly(0)),
  defined('ones', `*size, ${OPTIONS}`, constantly(1)),
  defined('zeros_like empty_like', `input, *, ${OPTIONS}`, constantlyLike(0)),
  defined('ones_like', `input, *, ${OPTIONS}`, constantlyLike(1)),
  defined('full', `size, fill_value, *, ${OPTIONS}`, full),
  defined('full_like', `input, fill_value, *, ${OPTIONS}`, fullLike),
  defined('eye', `n, m=None, *, ${OPTIONS}`, identity),
  defined('arange', `start, end=None, step=None, *, ${OPTIONS}`, range),
  defined('linspace', `start, end, steps, *, ${OPTIONS}`, spaced),
  defined('randn', `*size, generator=None?, ${OPTIONS}`, drawn('normal', ofSize)),
  defined('rand', `*size, generator=None?, ${OPTIONS}`, drawn('uniform', ofSize)),
  defined('randn_like', `input, *, ${OPTIONS}`, drawn('normal', ofLike)),
  defined('rand_like', `input, *, ${OPTIONS}`, drawn('uniform', ofLike)),
  defined('randint', `low, high, size=None, *, ${OPTIONS}`, wholes),
  defined('randperm', `n, *, ${OPTIONS}`, permutation),
  defined('manual_seed', 'seed', seeded),
]
