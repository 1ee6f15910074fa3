import type { Dtype, PyNumber } from '../../values/numbered.ts'
import type { LibraryCall } from '../call.ts'
import { plain } from '../coercion.ts'
import { joined, numberOf } from '../numbers.ts'
import { roundedEntries } from '../rounding.ts'
import { defined, type LibraryFunction } from '../table.ts'

/** Functions that give fractions of whole numbers too, by their names in PyTorch. */
const FRACTIONS: readonly (readonly [names: string, operation: string])[] = [
  ...[
    'exp',
    'expm1',
    'log',
    'log2',
    'log10',
    'log1p',
    'sqrt',
    'rsqrt',
    'sin',
    'cos',
    'tan',
    'sinh',
    'cosh',
    'tanh',
  ].map((name) => [name, name] as const),
  ...['asin', 'acos', 'atan', 'asinh', 'acosh', 'atanh'].map((name) => [`${name} arc${name.slice(1)}`, name] as const),
  ...['sigmoid', 'erf', 'erfc', 'lgamma', 'digamma', 'sinc'].map((name) => [name, name] as const),
  ['exp2', 'exp2'],
]

/** Functions that give numbers of the kind that they are given. */
const OF_KIND: readonly (readonly [names: string, operation: string])[] = [
  ['abs absolute', 'abs'],
  ['neg negative', 'neg'],
  ['sign sgn', 'sign'],
  ['floor', 'floor'],
  ['ceil', 'ceil'],
  ['trunc fix', 'trunc'],
  ['square', 'square'],
  ['relu', 'relu'],
]

const COMPARED: readonly (readonly [names: string, operation: string])[] = [
  ['lt less', 'less'],
  ['le less_equal', 'less_equal'],
  ['gt greater', 'greater'],
  ['ge greater_equal', 'greater_equal'],
  ['eq', 'equal'],
  ['ne not_equal', 'not_equal'],
]

const dtypeOf = (call: LibraryCall, ...names: readonly string[]): Dtype =>
  joined('int', ...names.map((name) => call.array(name).dtype))

/** An operation of two tensors, broadcast. */
const pairwise = (operation: string, dtype?: Dtype) => (call: LibraryCall) =>
  call.apply(operation, [call.array('input'), call.array('other')], { dtype: dtype ?? dtypeOf(call, 'input', 'other') })

/** `add` and `sub` take the other `alpha` times. */
const scaled = (operation: string) => (call: LibraryCall) => {
  const [x, y] = [call.array('input'), call.array('other')]
  const dtype = dtypeOf(call, 'input', 'other')
  const alpha = call.array('alpha')
  const isOne = alpha.origin.kind === 'constant' && alpha.value.entries[0] === 1
  return call.apply(operation, [x, isOne ? y : call.apply('mul', [alpha, y], { dtype })], { dtype })
}

/** Quotients of whole numbers are fractions, unless they are rounded. */
function divided(call: LibraryCall): PyNumber {
  const operands = [call.array('input'), call.array('other')]
  if (!call.has('rounding_mode')) return call.apply('div', operands, { dtype: 'float' })
  const rounding = call.choice('rounding_mode', ['floor', 'trunc'])
  const dtype = dtypeOf(call, 'input', 'other')
  return call.apply(rounding, [call.apply('div', operands, { dtype: 'float' })], { dtype })
}

/** Between two bounds, of which one may be missing; at a bound the derivative passes. */
function clamped(call: LibraryCall, x: PyNumber): PyNumber {
  if (!call.has('min') && !call.has('max')) call.refuse(`${call.callee} needs min or max.`)
  const bound = (name: 'min' | 'max', missing: number): PyNumber =>
    call.has(name) ? call.array(name) : call.constant(missing)
  const bounds = [bound('min', Number.NEGATIVE_INFINITY), bound('max', Number.POSITIVE_INFINITY)]
  const given = ['min', 'max'].filter((name) => call.has(name)).map((name) => call.array(name).dtype)
  return call.apply('clamp', [x, ...bounds], { dtype: joined(x.dtype, ...given) })
}

function chosen(call: LibraryCall): PyNumber {
  const condition = call.array('condition')
  if (condition.dtype !== 'bool') call.refuse('torch.where needs a condition, such as x > 0.')
  return call.apply('where', [condition, call.array('input'), call.array('other')], {
    dtype: dtypeOf(call, 'input', 'other'),
  })
}

/** Both, either, not: of truth values, and of numbers that are not 0. */
const logical = (operation: string) => (call: LibraryCall) => {
  const truths = ['input', 'other'].map((name) => isTrue(call, call.array(name)))
  return call.apply(operation, truths, { dtype: 'bool' })
}

const isTrue = (call: LibraryCall, x: PyNumber): PyNumber =>
  x.dtype === 'bool' ? x : call.apply('not_equal', [x, numberOf(0, call.at)], { dtype: 'bool' })

const negated = (call: LibraryCall): PyNumber =>
  call.apply('equal', [isTrue(call, call.array('input')), numberOf(0, call.at)], { dtype: 'bool' })

const between = (call: LibraryCall): PyNumber => {
  const [start, end, weight] = ['input', 'end', 'weight'].map((name) => call.array(name))
  return call.apply('add', [start, call.apply('mul', [weight, call.apply('sub', [end, start])])])
}

/** One number wherever the mask is true. */
function masked(call: LibraryCall): PyNumber {
  const [x, mask, value] = ['input', 'mask', 'value'].map((name) => call.array(name))
  if (mask.dtype !== 'bool') call.refuse('masked_fill takes a mask of truth values, such as mask == 0.')
  return call.apply('where', [mask, value, x], { dtype: x.dtype })
}

/** The entries where the mask is true, in order. */
function selectedBy(call: LibraryCall): PyNumber {
  const [x, mask] = ['input', 'mask'].map((name) => call.array(name))
  if (mask.dtype !== 'bool' || mask.value.shape.join() !== x.value.shape.join())
    call.refuse('masked_select takes a mask of truth values of the tensor’s shape here.')
  return call.apply('index', [x], { attributes: { index: [{ mask: plain(mask) }] }, dtype: x.dtype })
}

/** input + value·tensor1·tensor2, or with their quotient. */
const addedTo = (operation: 'mul' | 'div') => (call: LibraryCall) => {
  const [x, a, b, value] = ['input', 'tensor1', 'tensor2', 'value'].map((name) => call.array(name))
  return call.apply('add', [x, call.apply('mul', [value, call.apply(operation, [a, b])])])
}

function logit(call: LibraryCall): PyNumber {
  const x = call.array('input')
  if (!call.has('eps')) return call.apply('logit', [x])
  const eps = call.number('eps')
  return call.apply('logit', [call.apply('clamp', [x, call.constant(eps), call.constant(1 - eps)])])
}

/** Functions of PyTorch at each entry; methods of tensors too. */
export const elementwise: readonly LibraryFunction[] = [
  ...FRACTIONS.map(([names, operation]) =>
    defined(names, 'input, *, out=None?', (call) => call.apply(operation, [call.array('input')], { dtype: 'float' })),
  ),
  ...OF_KIND.map(([names, operation]) =>
    defined(names, 'input, *, out=None?', (call) =>
      call.apply(operation, [call.array('input')], { dtype: dtypeOf(call, 'input') }),
    ),
  ),
  ...COMPARED.map(([names, operation]) => defined(names, 'input, other, *, out=None?', pairwise(operation, 'bool'))),
  defined('add', 'input, other, *, alpha=1, out=None?', scaled('add')),
  defined('sub subtract', 'input, other, *, alpha=1, out=None?', scaled('sub')),
  defined('mul multiply', 'input, other, *, out=None?', pairwise('mul')),
  defined('div divide', 'input, other, *, rounding_mode=None, out=None?', divided),
  defined('true_divide', 'input, other', pairwise('div', 'float')),
  defined('maximum', 'input, other, *, out=None?', pairwise('max')),
  defined('minimum', 'input, other, *, out=None?', pairwise('min')),
  defined('atan2 arctan2', 'input, other, *, out=None?', pairwise('atan2', 'float')),
  defined('hypot', 'input, other, *, out=None?', pairwise('hypot', 'float')),
  defined('logaddexp', 'input, other, *, out=None?', pairwise('logaddexp', 'float')),
  defined('xlogy', 'input, other, *, out=None?', pairwise('xlogy', 'float')),
  defined('fmod', 'input, other, *, out=None?', pairwise('fmod')),
  defined('heaviside', 'input, values', (call) => call.apply('heaviside', [call.array('input'), call.array('values')])),
  defined('round', 'input, *, decimals=0, out=None?', (call) =>
    roundedEntries(call, call.array('input'), call.whole('decimals')),
  ),
  defined('logit', 'input, eps=None', logit),
  defined('masked_fill', 'input, mask, value', masked),
  defined('masked_select', 'input, mask', selectedBy),
  defined('addcmul', 'input, tensor1, tensor2, *, value=1', addedTo('mul')),
  defined('addcdiv', 'input, tensor1, tensor2, *, value=1', addedTo('div')),
  defined('remainder', 'input, other, *, out=None?', pairwise('mod')),
  defined('pow', 'input, exponent, *, out=None?', (call) =>
    call.apply('pow', [call.array('input'), call.array('exponent')], { dtype: dtypeOf(call, 'input', 'exponent') }),
  ),
  defined('reciprocal', 'input, *, out=None?', (call) =>
    call.apply('div', [numberOf(1, call.at), call.array('input')], { dtype: 'float' }),
  ),
  defined('clamp clip', 'input, min=None, max=None, *, out=None?', (call) => clamped(call, call.array('input'))),
  defined('lerp', 'input, end, weight, *, out=None?', between),
  defined('logical_and', 'input, other, *, out=None?', logical('mul')),
  defined('logical_or', 'input, other, *, out=None?', logical('max')),
  defined('logical_not', 'input, *, out=None?', negated),
]

/** `torch.where(condition, x, y)`, whose first argument is the condition; a method has it elsewhere. */
export const choosing: readonly LibraryFunction[] = [defined('where', 'condition, input, other', chosen)]
export const choosingMethod: readonly LibraryFunction[] = [defined('where', 'input, condition, other', chosen)]
