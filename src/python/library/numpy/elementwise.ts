import type { PyNumber } from '../../values/numbered.ts'
import type { LibraryCall } from '../call.ts'
import { cast, copied, joined } from '../numbers.ts'
import { infix } from '../operators.ts'
import { defined, type LibraryFunction } from '../table.ts'

/** What every elementwise function of NumPy may be called with besides its operands. */
const OPTIONS = "out=None?, *, where=True?, casting='same_kind'?, order=_, dtype=None, subok=True?"

const unary = (names: string, does: (call: LibraryCall, x: PyNumber) => PyNumber): LibraryFunction =>
  defined(names, `x, /, ${OPTIONS}`, (call) => converted(call, does(call, call.array('x'))))

const binary = (names: string, does: (call: LibraryCall, x: PyNumber, y: PyNumber) => PyNumber): LibraryFunction =>
  defined(names, `x1, x2, /, ${OPTIONS}`, (call) => converted(call, does(call, call.array('x1'), call.array('x2'))))

function converted(call: LibraryCall, result: PyNumber): PyNumber {
  const dtype = call.dtype()
  return dtype ? cast(call.running, result, dtype, call.at) : result
}

/** A function of the language that gives floats. */
const real = (names: string, operation: string): LibraryFunction =>
  unary(names, (call, x) => call.apply(operation, [x], { dtype: 'float' }))

/** One that gives whole numbers for whole numbers. */
const kept = (names: string, operation: string): LibraryFunction =>
  unary(names, (call, x) => call.apply(operation, [x], { dtype: joined(x.dtype, 'int') }))

const REAL: readonly LibraryFunction[] = [
  ...['exp', 'log', 'log2', 'log10', 'log1p', 'expm1', 'exp2', 'sqrt', 'cbrt'].map((name) => real(name, name)),
  ...['sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh'].map((name) => real(name, name)),
  ...['sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh'].map((name) => real(`arc${name} a${name}`, `a${name}`)),
  kept('square', 'square'),
  kept('sign', 'sign'),
  kept('floor', 'floor'),
  kept('ceil', 'ceil'),
  kept('trunc fix', 'trunc'),
  kept('rint', 'rint'),
  kept('negative', 'neg'),
  unary('absolute abs', (call, x) => call.apply('abs', [x], { dtype: x.dtype })),
  real('fabs', 'abs'),
  unary('positive', (_call, x) => copied(x)),
  unary('reciprocal', reciprocal),
  unary('deg2rad radians', (call, x) => scaled(call, x, Math.PI / 180)),
  unary('rad2deg degrees', (call, x) => scaled(call, x, 180 / Math.PI)),
  real('sinc', 'sinc'),
]

const scaled = (call: LibraryCall, x: PyNumber, factor: number): PyNumber =>
  call.apply('mul', [x, call.constant(factor)], { dtype: 'float' })

function reciprocal(call: LibraryCall, x: PyNumber): PyNumber {
  if (x.dtype !== 'float') return call.refuse(`${call.callee} of whole numbers gives whole numbers: write 1 / x.`)
  return call.apply('div', [call.constant(1), x])
}

const TRUTHS: readonly LibraryFunction[] = [
  unary('isnan', (call, x) => call.apply('not_equal', [x, x], { dtype: 'bool' })),
  unary('isinf', (call, x) => againstInfinity(call, 'equal', x)),
  unary('isfinite', (call, x) => againstInfinity(call, 'less', x)),
  unary('logical_not', (call, x) => call.apply('equal', [x, call.constant(0)], { dtype: 'bool' })),
  ...['less', 'less_equal', 'greater', 'greater_equal', 'equal', 'not_equal'].map((name) =>
    binary(name, (call, x, y) => call.apply(name, [x, y], { dtype: 'bool' })),
  ),
  binary('logical_and', (call, x, y) => infix(call.running, '&', truths(call, x), truths(call, y), call.at)),
  binary('logical_or', (call, x, y) => infix(call.running, '|', truths(call, x), truths(call, y), call.at)),
  binary('logical_xor', (call, x, y) => infix(call.running, '^', truths(call, x), truths(call, y), call.at)),
]

const againstInfinity = (call: LibraryCall, operation: string, x: PyNumber): PyNumber =>
  call.apply(operation, [call.apply('abs', [x]), call.constant(Number.POSITIVE_INFINITY)], { dtype: 'bool' })

const truths = (call: LibraryCall, x: PyNumber): PyNumber => cast(call.running, x, 'bool', call.at)

/** By name: the operator of Python that it is. */
const INFIX: readonly (readonly [string, string])[] = [
  ['add', '+'],
  ['subtract', '-'],
  ['multiply', '*'],
  ['divide true_divide', '/'],
  ['floor_divide', '//'],
  ['mod remainder', '%'],
  ['power pow', '**'],
  ['bitwise_and', '&'],
  ['bitwise_or', '|'],
  ['bitwise_xor', '^'],
]

const BINARY: readonly LibraryFunction[] = [
  ...INFIX.map(([names, operator]) => binary(names, (call, x, y) => infix(call.running, operator, x, y, call.at))),
  binary('maximum', (call, x, y) => call.apply('max', [x, y], { dtype: joined(x.dtype, y.dtype) })),
  binary('minimum', (call, x, y) => call.apply('min', [x, y], { dtype: joined(x.dtype, y.dtype) })),
  binary('fmax', (call, x, y) => withoutNan(call, 'max', x, y)),
  binary('fmin', (call, x, y) => withoutNan(call, 'min', x, y)),
  binary('arctan2 atan2', (call, x, y) => call.apply('atan2', [x, y], { dtype: 'float' })),
  binary('hypot', (call, x, y) => call.apply('hypot', [x, y], { dtype: 'float' })),
  binary('logaddexp', (call, x, y) => call.apply('logaddexp', [x, y], { dtype: 'float' })),
  binary('float_power', (call, x, y) => infix(call.running, '**', cast(call.running, x, 'float', call.at), y, call.at)),
  binary('fmod', (call, x, y) => call.apply('fmod', [x, y], { dtype: joined(x.dtype, y.dtype, 'int') })),
  binary('heaviside', (call, x, y) => call.apply('heaviside', [x, y], { dtype: 'float' })),
]

/** The larger, or the smaller; the functions of NumPy that pass over NaN, which is not read. */
function withoutNan(call: LibraryCall, operation: string, x: PyNumber, y: PyNumber): PyNumber {
  if ([x, y].some(({ value }) => value.entries.some(Number.isNaN)))
    return call.refuse(`${call.callee} passes over NaN, which is not read here.`)
  return call.apply(operation, [x, y], { dtype: joined(x.dtype, y.dtype) })
}

/** Functions of each entry, under the names of NumPy, which are those of JAX. */
export const elementwise: readonly LibraryFunction[] = [...REAL, ...TRUTHS, ...BINARY]
