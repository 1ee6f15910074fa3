import type { Span } from '../../language/syntax.ts'
import { quote } from '../../language/words.ts'
import { sameShape } from '../../primitives/shape.ts'
import type { Running } from '../run/running.ts'
import { type Dtype, type Library, PyNumber } from '../values/numbered.ts'
import { Refusal } from '../values/refusal.ts'
import type { PyValue } from '../values/values.ts'
import { bitwise } from './bitwise.ts'
import { arrayFrom } from './coercion.ts'
import { isScalar, joined, numberOf, retyped } from './numbers.ts'
import type { NumberPair } from './pair.ts'
import { floorDivided, power, remainder } from './quotients.ts'
import { torchInPlace } from './torch/inPlace.ts'
import { overwrite } from './views.ts'
import { checkedWholes } from './wholes.ts'

/** `left + right` and the like, of numbers and arrays; a list beside an array is one. */
export function infix(running: Running, operator: string, left: PyValue, right: PyValue, at: Span): PyNumber {
  const pair = paired(running, operator, left, right, at)
  const compute = OPERATORS.get(operator)
  if (!compute) throw new Refusal(`The operator ${quote(operator)} is not read here.`, at)
  return checkedWholes(compute(pair), at)
}

/** `target += right` and the like, which changes an array in place; other values are computed anew. */
export function augment(running: Running, operator: string, target: PyNumber, right: PyValue, at: Span): PyNumber {
  const result = combined(running, operator, target, right, at)
  if (!isChangedInPlace(target)) return result
  if (target.library === 'torch') torchInPlace(running, target, result, at)
  else overwrite(target, result, at)
  return target
}

const isChangedInPlace = (x: PyNumber): boolean => x.library === 'torch' || (x.library === 'numpy' && !isScalar(x))

/** What `target += right` gives; where it changes an array in place it must fit in there. */
export function combined(running: Running, operator: string, target: PyNumber, right: PyValue, at: Span): PyNumber {
  const result = infix(running, operator, target, right, at)
  if (!isChangedInPlace(target)) return result
  if (!sameShape(result.value.shape, target.value.shape))
    throw new Refusal(`The result does not fit into the array on the left: write x = x ${operator} y.`, at)
  if (joined(result.dtype, target.dtype) !== target.dtype)
    throw new Refusal(
      'An array of whole numbers cannot take the result: write its entries with a point, as in 1.0.',
      at,
    )
  return result
}

function paired(running: Running, operator: string, left: PyValue, right: PyValue, at: Span): NumberPair {
  const library = libraryOf(left, right, at)
  const who = (side: string): string => `What stands ${side} of ${operator}`
  const array = (value: PyValue, side: string): PyNumber => {
    if (!(value instanceof PyNumber) && library !== 'numpy')
      throw new Refusal(`${who(side)} must be a number${library === 'python' ? '' : ' or an array'}.`, at)
    const isNumber = value instanceof PyNumber && isScalar(value) && value.library === 'numpy'
    return arrayFrom(running, library, isNumber ? retyped(value, value.dtype, 'python') : value, who(side), at)
  }
  return { running, library, at, left: array(left, 'left'), right: array(right, 'right') }
}

const RANKED: readonly Library[] = ['python', 'numpy', 'jax', 'torch', 'micrograd']

function libraryOf(left: PyValue, right: PyValue, at: Span): Library {
  const libraries = [left, right].flatMap((value) => (value instanceof PyNumber ? [value.library] : []))
  if (libraries.length === 0) throw new Refusal('These two cannot be computed with.', at)
  return RANKED[Math.max(...libraries.map((library) => RANKED.indexOf(library)))]
}

const apply = ({ running, left, right, library, at }: NumberPair, operation: string, dtype?: Dtype): PyNumber =>
  running.trace.apply(operation, [left, right], at, {
    library,
    dtype: dtype ?? joined(left.dtype, right.dtype, 'int'),
  })

const areTruths = ({ left, right, library }: NumberPair): boolean =>
  library !== 'python' && left.dtype === 'bool' && right.dtype === 'bool'

const OPERATORS: ReadonlyMap<string, (pair: NumberPair) => PyNumber> = new Map([
  ['+', (pair: NumberPair) => (areTruths(pair) ? apply(pair, 'max', 'bool') : apply(pair, 'add'))],
  [
    '-',
    (pair: NumberPair) => {
      if (areTruths(pair)) throw new Refusal('Truth values are not subtracted: write a != b, or convert them.', pair.at)
      return apply(pair, 'sub')
    },
  ],
  ['*', (pair: NumberPair) => apply(pair, 'mul', areTruths(pair) ? 'bool' : undefined)],
  ['/', quotient],
  ['//', floorDivided],
  ['%', remainder],
  ['**', power],
  ['@', product],
  ['&', bitwise('&')],
  ['|', bitwise('|')],
  ['^', bitwise('^')],
  ['<<', bitwise('<<')],
  ['>>', bitwise('>>')],
])

function quotient(pair: NumberPair): PyNumber {
  if (pair.library === 'python' && pair.right.value.entries[0] === 0)
    throw new Refusal('This divides by zero, where Python stops.', pair.at)
  return apply(pair, 'div', 'float')
}

function product(pair: NumberPair): PyNumber {
  if (pair.library === 'python') throw new Refusal('@ multiplies arrays, and these are numbers: write *.', pair.at)
  return apply(pair, 'matmul')
}

/** `-x`, `+x`, `~x`, `not x` */
export function prefix(running: Running, operator: string, operand: PyValue, at: Span): PyNumber {
  if (operator === 'not') return numberOf(Number(!isTrue(running, operand, at)), at, 'bool')
  if (!(operand instanceof PyNumber)) throw new Refusal(`${operator} is for numbers and arrays.`, at)
  const { library, dtype } = operand
  const isTruths = dtype === 'bool' && library !== 'python'
  if (operator === '~') return inverted(running, operand, at)
  if (isTruths) throw new Refusal(`${operator} is not for truth values: write ~.`, at)
  if (operator === '+') return retyped(operand, joined(dtype, 'int'))
  return running.trace.apply('neg', [operand], at, { library, dtype: joined(dtype, 'int') })
}

function inverted(running: Running, operand: PyNumber, at: Span): PyNumber {
  const { library, dtype } = operand
  if (dtype === 'bool' && library !== 'python')
    return running.trace.apply('equal', [operand, numberOf(0, at)], at, { library, dtype })
  if (dtype === 'float') throw new Refusal('~ is for truth values and whole numbers.', at)
  const less = running.trace.apply('neg', [operand], at, { library, dtype: 'int' })
  return running.trace.apply('sub', [less, numberOf(1, at, 'int')], at, { library, dtype: 'int' })
}

const COMPARISONS: ReadonlyMap<string, string> = new Map([
  ['<', 'less'],
  ['<=', 'less_equal'],
  ['>', 'greater'],
  ['>=', 'greater_equal'],
  ['==', 'equal'],
  ['!=', 'not_equal'],
])

/** `left < right` and the like: of arrays an array of truth values. */
export function compare(running: Running, operator: string, left: PyValue, right: PyValue, at: Span): PyNumber {
  const truth = (is: boolean): PyNumber => numberOf(Number(is), at, 'bool')
  if (operator === 'is' || operator === 'is not') return truth((left === right) === (operator === 'is'))
  const areNumbers = left instanceof PyNumber && right instanceof PyNumber
  if (operator === 'in' || operator === 'not in') return truth(isIn(running, left, right, at) === (operator === 'in'))
  const operation = COMPARISONS.get(operator)
  if (!operation) throw new Refusal(`The comparison ${quote(operator)} is not read here.`, at)
  const isListed = [left, right].some((value) => value instanceof PyNumber && value.library === 'numpy')
  if (!areNumbers && !isListed && (operator === '==' || operator === '!=')) return truth(operator === '!=')
  return apply(paired(running, operator, left, right, at), operation, 'bool')
}

/** Whether a number is among the entries of an array. */
function isIn(running: Running, left: PyValue, right: PyValue, at: Span): boolean {
  if (!(left instanceof PyNumber) || !(right instanceof PyNumber) || isScalar(right))
    throw new Refusal('in looks for a number among the entries of an array or a list.', at)
  return compare(running, '==', left, right, at).value.entries.some((x) => x !== 0)
}

/** What `if` takes a number for. */
export function isTrue(_running: Running, value: PyValue, at: Span): boolean {
  if (!(value instanceof PyNumber)) throw new Refusal('This is neither true nor false here.', at)
  const { entries } = value.value
  if (entries.length !== 1)
    throw new Refusal(
      `An array of ${entries.length} entries is neither true nor false: write np.any(…) or np.all(…).`,
      at,
    )
  return entries[0] !== 0
}
