import type { Running } from '../run/running.ts'
import type { PyNumber } from '../values/numbered.ts'
import { PyNumber as Value } from '../values/numbered.ts'
import type { PyValue } from '../values/values.ts'
import type { LibraryCall } from './call.ts'
import { isScalar, numberOf, retyped } from './numbers.ts'
import { infix } from './operators.ts'
import { callables, defined, type LibraryFunction } from './table.ts'

/** A number of any library as one of Python: `math` takes no arrays, and a tensor of PyTorch loses its gradient. */
function pythonNumber(call: LibraryCall, name: string): PyNumber {
  const value = call.value(name)
  if (!(value instanceof Value) || !isScalar(value))
    return call.refuse(`${call.callee} takes a number: for arrays write ${call.callee.replace('math', 'np')}.`)
  if (value.library === 'micrograd') return call.refuse(`${call.callee} takes no Value: write x.exp() and the like.`)
  if (value.library !== 'torch') return retyped(value, value.dtype, 'python')
  return call.running.trace.apply('stop_gradient', [value], call.at, { library: 'python', dtype: value.dtype })
}

const entry = (x: PyNumber): number => x.value.entries[0]

/** A function of one number, real where `isReal` holds; elsewhere Python stops with a ValueError. */
const unary = (names: string, operation: string, isReal: (x: number) => boolean = () => true): LibraryFunction =>
  defined(names, 'x, /', (call) => {
    const x = pythonNumber(call, 'x')
    if (!isReal(entry(x)) && !Number.isNaN(entry(x)))
      return call.refuse(`${call.callee} has no value at ${entry(x)}, where Python stops.`)
    return finite(call, x, call.apply(operation, [x], { dtype: 'float' }))
  })

/** Python stops where a result is too large for a float. */
function finite(call: LibraryCall, x: PyNumber, result: PyNumber): PyNumber {
  if (Number.isFinite(entry(x)) && Math.abs(entry(result)) === Number.POSITIVE_INFINITY)
    return call.refuse(`${call.callee} is too large for a number of 64 bits at ${entry(x)}, where Python stops.`)
  return result
}

const isPositive = (x: number): boolean => x > 0
const isWithinOne = (x: number): boolean => Math.abs(x) <= 1

function logarithm(call: LibraryCall): PyValue {
  const logOf = (name: string): PyNumber => {
    const x = pythonNumber(call, name)
    if (!(entry(x) > 0)) call.refuse(`${call.callee} has no value at ${entry(x)}, where Python stops.`)
    return call.apply('log', [x], { dtype: 'float' })
  }
  const x = logOf('x')
  return call.has('base') ? infix(call.running, '/', x, logOf('base'), call.at) : x
}

const toWhole = (names: string, operation: string): LibraryFunction =>
  defined(names, 'x, /', (call) => {
    const x = pythonNumber(call, 'x')
    if (!Number.isFinite(entry(x))) return call.refuse(`${call.callee} takes a finite number.`)
    return call.apply(operation, [x], { dtype: 'int' })
  })

const truth = (name: string, is: (x: number) => boolean): LibraryFunction =>
  defined(name, 'x, /', (call) => numberOf(Number(is(entry(pythonNumber(call, 'x')))), call.at, 'bool'))

/** Of whole numbers that are counted with, which no derivative goes through. */
const counted = (names: string, parameters: string, value: (call: LibraryCall) => number): LibraryFunction =>
  defined(names, parameters, (call) => {
    const result = value(call)
    if (!Number.isSafeInteger(result)) return call.refuse(`${call.callee} is too large here to be exact.`)
    return numberOf(result, call.at, 'int')
  })

function combinations(n: number, k: number): number {
  let result = 1
  for (let i = 1; i <= Math.min(k, n - k); i++) result = (result * (n - Math.min(k, n - k) + i)) / i
  return k > n ? 0 : result
}

const factorial = (n: number): number => (n > 18 ? Number.NaN : n < 2 ? 1 : n * factorial(n - 1))

const gcd = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcd(b, a % b))

const FUNCTIONS: readonly LibraryFunction[] = [
  ...['exp', 'exp2', 'expm1', 'sin', 'cos', 'tan', 'atan', 'sinh', 'cosh', 'tanh', 'asinh', 'cbrt', 'erf', 'erfc'].map(
    (name) => unary(name, name),
  ),
  unary('fabs', 'abs'),
  unary('sqrt', 'sqrt', (x) => x >= 0),
  unary('log2', 'log2', isPositive),
  unary('log10', 'log10', isPositive),
  unary('log1p', 'log1p', (x) => x > -1),
  unary('asin', 'asin', isWithinOne),
  unary('acos', 'acos', isWithinOne),
  unary('acosh', 'acosh', (x) => x >= 1),
  unary('atanh', 'atanh', (x) => Math.abs(x) < 1),
  unary('lgamma', 'lgamma', (x) => x > 0 || !Number.isInteger(x)),
  defined('log', 'x, base=None, /', logarithm),
  defined('pow', 'x, y, /', (call) => {
    const power = infix(call.running, '**', pythonNumber(call, 'x'), pythonNumber(call, 'y'), call.at)
    return retyped(power, 'float')
  }),
  defined('atan2', 'y, x, /', (call) =>
    call.apply('atan2', [pythonNumber(call, 'y'), pythonNumber(call, 'x')], { dtype: 'float' }),
  ),
  defined('fmod', 'x, y, /', (call) => {
    const [x, y] = [pythonNumber(call, 'x'), pythonNumber(call, 'y')]
    if (entry(y) === 0) return call.refuse(`${call.callee} divides by zero, where Python stops.`)
    return call.apply('fmod', [x, y], { dtype: 'float' })
  }),
  defined('hypot', 'x, y, /', (call) =>
    call.apply('hypot', [pythonNumber(call, 'x'), pythonNumber(call, 'y')], { dtype: 'float' }),
  ),
  defined('copysign', 'x, y, /', (call) => {
    const [x, y] = [pythonNumber(call, 'x'), pythonNumber(call, 'y')]
    const isNegative = entry(y) < 0 || Object.is(entry(y), -0)
    const size = call.apply('abs', [x], { dtype: 'float' })
    return isNegative ? call.apply('neg', [size]) : size
  }),
  defined('degrees', 'x, /', (call) => call.apply('mul', [pythonNumber(call, 'x'), numberOf(180 / Math.PI, call.at)])),
  defined('radians', 'x, /', (call) => call.apply('mul', [pythonNumber(call, 'x'), numberOf(Math.PI / 180, call.at)])),
  toWhole('floor', 'floor'),
  toWhole('ceil', 'ceil'),
  toWhole('trunc', 'trunc'),
  truth('isnan', Number.isNaN),
  truth('isinf', (x) => Math.abs(x) === Number.POSITIVE_INFINITY),
  truth('isfinite', Number.isFinite),
  defined('isclose', 'a, b, *, rel_tol=1e-09, abs_tol=0.0', (call) => {
    const [a, b] = [entry(pythonNumber(call, 'a')), entry(pythonNumber(call, 'b'))]
    const most = Math.max(call.number('rel_tol') * Math.max(Math.abs(a), Math.abs(b)), call.number('abs_tol'))
    return numberOf(Number(a === b || Math.abs(a - b) <= most), call.at, 'bool')
  }),
  counted('factorial', 'x, /', (call) => (call.whole('x') < 0 ? Number.NaN : factorial(call.whole('x')))),
  counted('comb', 'n, k, /', (call) => combinations(call.whole('n'), call.whole('k'))),
  counted('gcd', 'a, b, /', (call) => gcd(call.whole('a'), call.whole('b'))),
  defined('prod', 'iterable, /, *, start=1', (call) =>
    call.running
      .items(call.value('iterable'), call.at)
      .reduce((product, item) => infix(call.running, '*', product, item, call.at), call.value('start')),
  ),
  defined('fsum', 'seq, /', (call) =>
    call.running
      .items(call.value('seq'), call.at)
      .reduce((sum, item) => infix(call.running, '+', sum, item, call.at), numberOf(0, call.at)),
  ),
]

/** The module `math`, of single numbers. */
export function mathMembers(running: Running, at: LibraryCall['at']): Map<string, PyValue> {
  const constants: [string, number][] = [
    ['pi', Math.PI],
    ['e', Math.E],
    ['tau', 2 * Math.PI],
    ['inf', Number.POSITIVE_INFINITY],
    ['nan', Number.NaN],
  ]
  return new Map([
    ...callables(running, 'python', 'math', FUNCTIONS),
    ...constants.map(([name, x]): [string, PyValue] => [name, numberOf(x, at)]),
  ])
}
