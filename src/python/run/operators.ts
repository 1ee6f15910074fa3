import type { Span } from '../../language/syntax.ts'
import { grouped, quote } from '../../language/words.ts'
import { PyNumber } from '../values/numbered.ts'
import { Refusal } from '../values/refusal.ts'
import { Collection, Dictionary, Instance, Kind, List, NONE, type PyValue, Text, Tuple } from '../values/values.ts'
import { methodOf } from './classes.ts'
import type { Interpreting } from './interpreting.ts'
import { kindOf } from './kinds.ts'
import { MAX_LENGTH } from './limits.ts'

/** By operator: the method of the left object, and that of the right one. */
const METHODS: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['+', ['__add__', '__radd__']],
  ['-', ['__sub__', '__rsub__']],
  ['*', ['__mul__', '__rmul__']],
  ['/', ['__truediv__', '__rtruediv__']],
  ['//', ['__floordiv__', '__rfloordiv__']],
  ['%', ['__mod__', '__rmod__']],
  ['**', ['__pow__', '__rpow__']],
  ['@', ['__matmul__', '__rmatmul__']],
  ['&', ['__and__', '__rand__']],
  ['|', ['__or__', '__ror__']],
  ['^', ['__xor__', '__rxor__']],
  ['<<', ['__lshift__', '__rlshift__']],
  ['>>', ['__rshift__', '__rrshift__']],
  ['<', ['__lt__', '__gt__']],
  ['>', ['__gt__', '__lt__']],
  ['<=', ['__le__', '__ge__']],
  ['>=', ['__ge__', '__le__']],
  ['==', ['__eq__', '__eq__']],
  ['!=', ['__ne__', '__ne__']],
])

const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['-', '__neg__'],
  ['+', '__pos__'],
  ['~', '__invert__'],
])

const given = (positional: readonly PyValue[], at: Span) => ({ positional, keywords: new Map<string, PyValue>(), at })

/** What the methods of objects make of an operator; undefined where neither side has one for it. */
function byMethods(run: Interpreting, operator: string, left: PyValue, right: PyValue, at: Span): PyValue | undefined {
  const names = METHODS.get(operator)
  if (!names) return undefined
  const ofLeft = left instanceof Instance ? methodOf(run, left, names[0]) : undefined
  if (ofLeft) return run.call(ofLeft, given([right], at))
  const ofRight = right instanceof Instance ? methodOf(run, right, names[1]) : undefined
  return ofRight && run.call(ofRight, given([left], at))
}

/** `left + right` and the like. */
export function infix(run: Interpreting, operator: string, left: PyValue, right: PyValue, at: Span): PyValue {
  if (left instanceof Instance || right instanceof Instance) {
    const result = byMethods(run, operator, left, right, at)
    if (result !== undefined) return result
    throw new Refusal(`${quote(operator)} is not defined between ${kindOf(left)} and ${kindOf(right)}.`, at)
  }
  const sequence = ofSequences(operator, left, right, at)
  if (sequence) return sequence
  if (left instanceof PyNumber || right instanceof PyNumber) return run.library.infix(run, operator, left, right, at)
  throw new Refusal(`${quote(operator)} is not defined between ${kindOf(left)} and ${kindOf(right)}.`, at)
}

function ofSequences(operator: string, left: PyValue, right: PyValue, at: Span): PyValue | null {
  if (left instanceof Text && operator === '%') return new Text(left.text, false)
  if (operator === '+') {
    checkLength(lengthOf(left) + lengthOf(right), at)
    if (left instanceof Text && right instanceof Text)
      return new Text(left.text + right.text, left.isKnown && right.isKnown)
    if (left instanceof List && right instanceof List && !(left instanceof Collection))
      return new List([...left.items, ...right.items])
    if (left instanceof Tuple && right instanceof Tuple) return new Tuple([...left.items, ...right.items])
  }
  if (operator === '*') return repeated(left, right, at) ?? repeated(right, left, at)
  return null
}

const lengthOf = (value: PyValue): number =>
  value instanceof Text ? value.text.length : value instanceof List || value instanceof Tuple ? value.items.length : 0

/** Lists and texts stay short of what would fill the memory. */
export function checkLength(length: number, at: Span): void {
  if (length > MAX_LENGTH)
    throw new Refusal(`Lists and texts have at most ${grouped(MAX_LENGTH)} items here. Make this one shorter.`, at)
}

/** `[0] * 3`: the items themselves, so many times. */
function repeated(sequence: PyValue, count: PyValue, at: Span): PyValue | null {
  if (!(count instanceof PyNumber) || count.library !== 'python' || count.dtype === 'float') return null
  const times = Math.max(0, count.value.entries[0])
  if (sequence instanceof Text) {
    checkLength(times * sequence.text.length, at)
    return new Text(sequence.text.repeat(times), sequence.isKnown)
  }
  if (!(sequence instanceof List || sequence instanceof Tuple)) return null
  checkLength(times * sequence.items.length, at)
  const items = Array.from({ length: times }, () => sequence.items).flat()
  return sequence instanceof List ? new List(items) : new Tuple(items)
}

/** `-x`, `+x`, `~x` */
export function prefix(run: Interpreting, operator: string, operand: PyValue, at: Span): PyValue {
  if (operand instanceof Instance) {
    const method = methodOf(run, operand, PREFIXES.get(operator) ?? '')
    if (method) return run.call(method, given([], at))
  }
  if (operand instanceof PyNumber) return run.library.prefix(run, operator, operand, at)
  throw new Refusal(`${quote(operator)} is not defined of ${kindOf(operand)}.`, at)
}

/** One comparison of a chain, `in` and `is` included. */
export function compared(run: Interpreting, operator: string, left: PyValue, right: PyValue, at: Span): PyValue {
  if (operator === '<>') throw new Refusal('This is Python 2. In Python 3 it is written `!=`.', at)
  if (operator === 'is' || operator === 'is not')
    return truthNumber(run, isSame(left, right) === (operator === 'is'), at)
  if (operator === 'in' || operator === 'not in')
    return truthNumber(run, isIn(run, left, right, at) === (operator === 'in'), at)
  if (left instanceof Instance || right instanceof Instance) {
    const result = byMethods(run, operator, left, right, at)
    if (result !== undefined) return result
    if (operator !== '==' && operator !== '!=')
      throw new Refusal(`${quote(operator)} is not defined between ${kindOf(left)} and ${kindOf(right)}.`, at)
  }
  const isMine = (value: PyValue) => !(value instanceof PyNumber)
  const takesPart = (value: PyValue) => value instanceof PyNumber && value.library !== 'python'
  if ((isMine(left) || isMine(right)) && !takesPart(left) && !takesPart(right))
    return truthNumber(run, ordered(run, operator, left, right, at), at)
  if ((left === NONE || right === NONE) && (operator === '==' || operator === '!='))
    return truthNumber(run, operator === '!=', at)
  return run.library.compare(run, operator, left, right, at)
}

const truthNumber = (run: Interpreting, holds: boolean, at: Span) => run.number(holds ? 1 : 0, 'bool', at)

/** `is`: one object. Small numbers, texts and None are one object wherever they are written. */
function isSame(left: PyValue, right: PyValue): boolean {
  if (left instanceof PyNumber && right instanceof PyNumber && left.library === 'python' && right.library === 'python')
    return left === right || (left.dtype === right.dtype && left.dtype !== 'float' && first(left) === first(right))
  if (left instanceof Text && right instanceof Text) return left.text === right.text
  return left === right
}

const first = ({ value }: PyNumber): number => value.entries[0]

/** `item in values` */
function isIn(run: Interpreting, item: PyValue, values: PyValue, at: Span): boolean {
  if (values instanceof Dictionary) return values.items.has(keyOf(item, at))
  if (values instanceof Text) return item instanceof Text && known(values, at).includes(known(item, at))
  if (values instanceof Instance) {
    const method = methodOf(run, values, '__contains__')
    if (method) return run.truth(run.call(method, given([item], at)), at)
  }
  if (values instanceof PyNumber) return run.truth(run.library.compare(run, 'in', item, values, at), at)
  return run.items(values, at).some((one) => one === item || areEqual(run, one, item, at))
}

function known(text: Text, at: Span): string {
  if (!text.isKnown) throw new Refusal('The letters of this text are not known here, and the program needs them.', at)
  return text.text
}

/** What a value is as a key of a dictionary. */
export function keyOf(value: PyValue, at: Span): string | number {
  if (value instanceof Text) return known(value, at)
  if (value instanceof PyNumber && value.library === 'python' && Number.isInteger(first(value))) return first(value)
  throw new Refusal('Keys of a dictionary are texts and whole numbers here.', at)
}

export function areEqual(run: Interpreting, left: PyValue, right: PyValue, at: Span): boolean {
  const result = compared(run, '==', left, right, at)
  return run.truth(result, at)
}

function ordered(run: Interpreting, operator: string, left: PyValue, right: PyValue, at: Span): boolean {
  if (operator === '==' || operator === '!=') return equal(run, left, right, at) === (operator === '==')
  if (left instanceof Text && right instanceof Text) {
    const [x, y] = [known(left, at), known(right, at)]
    return operator === '<' ? x < y : operator === '<=' ? x <= y : operator === '>' ? x > y : x >= y
  }
  const areSequences =
    (left instanceof Tuple && right instanceof Tuple) || (left instanceof List && right instanceof List)
  if (!areSequences) throw new Refusal(`${quote(operator)} does not compare ${kindOf(left)} with ${kindOf(right)}.`, at)
  const [xs, ys] = [(left as List).items, (right as List).items]
  const differs = xs.findIndex((x, k) => k >= ys.length || !areEqual(run, x, ys[k], at))
  if (differs >= 0 && differs < ys.length) return run.truth(compared(run, operator, xs[differs], ys[differs], at), at)
  const [m, n] = [xs.length, ys.length]
  return operator === '<' ? m < n : operator === '<=' ? m <= n : operator === '>' ? m > n : m >= n
}

const LONG = new Set(['float', 'float64', 'double', 'int', 'int64', 'bool', 'bool_'])

/** `x.dtype == np.float64`: of floats and whole numbers; how many bits they have is not followed. */
function areOneKind(left: PyValue, right: PyValue, at: Span): boolean {
  if (left instanceof Text || right instanceof Text)
    throw new Refusal('A type is compared with a text, which is not read here: write np.float64 and the like.', at)
  if (!(left instanceof Kind && right instanceof Kind) || left.dtype !== right.dtype) return false
  if (left.name === right.name || (LONG.has(left.name) && LONG.has(right.name))) return true
  throw new Refusal('How many bits a number has is not followed here, so that these types cannot be compared.', at)
}

function equal(run: Interpreting, left: PyValue, right: PyValue, at: Span): boolean {
  if (left === right) return true
  if (left instanceof Kind || right instanceof Kind) return areOneKind(left, right, at)
  if (left instanceof Text && right instanceof Text) return known(left, at) === known(right, at)
  if ((left instanceof List && right instanceof List) || (left instanceof Tuple && right instanceof Tuple))
    return (
      left.items.length === right.items.length &&
      left.items.every((item, k) => item === right.items[k] || areEqual(run, item, right.items[k], at))
    )
  if (left instanceof Dictionary && right instanceof Dictionary)
    return (
      left.items.size === right.items.size &&
      [...left.items].every(([key, item]) => {
        const other = right.items.get(key)
        return other !== undefined && (item === other || areEqual(run, item, other, at))
      })
    )
  return false
}
