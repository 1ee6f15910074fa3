import { type Fixed, isArrayPrimitive, type Operation } from './arrayPrimitive.ts'
import { reduces } from './plan.ts'
import type { Nary } from './primitive.ts'
import { MAX_RANK, type Shape } from './shape.ts'
import type { Value } from './value.ts'
import { type Attributes, type FixedName, NO_ATTRIBUTES } from './wiring.ts'

/** A value that is read, or a sentence that says why it makes no sense. */
type Read<T> = T | string

/** How PyTorch spells them. */
const SYNONYMS: Readonly<Record<string, FixedName>> = {
  ...{ dim: 'axis', keepdim: 'keepdims', size: 'shape', dims: 'axes', p: 'ord', correction: 'ddof' },
}

/** What a call fixes by a keyword; Einstein's subscripts are read by their operation. */
type ReadName = Exclude<FixedName, 'subscripts'>

const READERS: Readonly<Record<ReadName, (value: Value, name: string) => Read<Value | boolean>>> = {
  axis: wholeNumber,
  keepdims: (value, name) => (value === 0 || value === 1 ? value === 1 : `${name} must be True or False.`),
  shape: (value) => shapeIn(value, -1),
  axes: (value, name) => wholeNumbers(value, name),
  ord: (value) =>
    value === 1 || value === 2 || value === Number.POSITIVE_INFINITY
      ? value
      : 'ord must be 1, 2 or inf: other norms are not among the operations. For an axis write axis=0.',
  ddof: (value) =>
    value === 0 || value === 1
      ? value
      : 'ddof must be 0, which divides by the number of entries, or 1, which divides by one less.',
  stride: positive,
  n: positive,
  k: wholeNumber,
  size: (value, name) => {
    const sizes = typeof value === 'number' ? positive(value, name) : wholeNumbers(value, name)
    if (typeof sizes !== 'object') return sizes
    return sizes.find((size) => size < 1) === undefined ? sizes : `Each of the ${name} must be at least 1.`
  },
  widths: (value, name) =>
    isCounts(value) ? value : `${name} must be whole numbers from 0 on, in pairs [before, after].`,
  value: (value, name) =>
    typeof value === 'number' && Number.isFinite(value) ? value : `${name} must be a finite number.`,
}

function positive(value: Value, name: string): Read<number> {
  const number = wholeNumber(value, name)
  return typeof number === 'string' || number > 0 ? number : `${name} must be at least 1, and ${number} is not.`
}

const isCounts = (value: Value): boolean =>
  typeof value === 'number' ? Number.isSafeInteger(value) && value >= 0 : value.length > 0 && value.every(isCounts)

/**
 * Reads what a call fixes: operands in the order of the names, or keywords. A list may be written as several operands,
 * as in `reshape(x, 2, 3)`. Of what is missing the primitive has defaults.
 */
export const reading =
  (usage: string, names: readonly FixedName[], needed?: FixedName) =>
  (fixed: Fixed): Attributes | string => {
    const given = named(usage, names, fixed)
    if (typeof given === 'string') return given
    const read: Record<string, Value | boolean> = {}
    for (const [name, value] of given) {
      const result = READERS[name as ReadName](value, name)
      if (typeof result === 'string') return result
      read[name] = result
    }
    if (needed && !(needed in read)) return `${callee(usage)} needs its ${needed}: ${usage}.`
    return read
  }

/** What is fixed by name, each name once. */
export function named(
  usage: string,
  names: readonly string[],
  { operands, keywords }: Fixed,
): Read<Map<string, Value>> {
  const listed = isList(names[0]) && typeof operands[0] === 'number' ? [operands as Value] : operands
  if (listed.length > names.length) return `${callee(usage)} is called as ${usage}: it takes no other operands.`
  const given = new Map(listed.map((value, i) => [names[i], value]))
  for (const [spelling, value] of keywords) {
    const name = SYNONYMS[spelling] ?? spelling
    if (!names.includes(name)) return unknownKeyword(usage, spelling, names)
    if (given.has(name)) return `${name} is given twice.`
    given.set(name, value)
  }
  return given
}

const isList = (name: string | undefined): boolean => name === 'shape' || name === 'axes'

/** The name in front of the brackets. */
const callee = (usage: string): string => usage.slice(0, usage.indexOf('('))

function unknownKeyword(usage: string, keyword: string, names: readonly string[]): string {
  const known = names.length > 0 ? `it has ${names.join(', ')}` : 'it has none'
  return `${callee(usage)} has no keyword “${keyword}”; ${known}.`
}

export function wholeNumber(value: Value, name: string): Read<number> {
  if (typeof value !== 'number') return `${name} must be one whole number, and here it is a list.`
  return Number.isSafeInteger(value) ? value : `${name} must be a whole number, and ${value} is not.`
}

function wholeNumbers(value: Value, name: string): Read<readonly number[]> {
  if (typeof value === 'number') return `${name} must be a list, such as [1, 0].`
  const numbers: number[] = []
  for (const item of value) {
    const number = wholeNumber(item, `Each of the ${name}`)
    if (typeof number === 'string') return number
    numbers.push(number)
  }
  return numbers
}

/** A shape; one length may be `open`, which is worked out later. */
export function shapeIn(value: Value, open?: -1): Read<Shape> {
  const lengths = wholeNumbers(typeof value === 'number' ? [value] : value, 'lengths in a shape')
  if (typeof lengths === 'string') return lengths
  if (lengths.length > MAX_RANK) return `A shape may have ${MAX_RANK} axes, and this one has ${lengths.length}.`
  const bad = lengths.find((length) => length < 1 && length !== open)
  if (bad !== undefined) return `Each length in a shape must be at least 1, and ${bad} is not.`
  return lengths.filter((length) => length === open).length > 1 ? 'Only one length of a shape can be −1.' : lengths
}

function ofReduction({ name, fixes }: Nary, fixed: Fixed): Attributes | string {
  const { usage, names } = fixes ?? { usage: `${name}(x, axis=0, keepdims=True)`, names: ['axis', 'keepdims'] }
  const given = named(usage, names, fixed)
  const several = typeof given === 'string' ? undefined : given.get('axis')
  if (typeof given === 'string' || several === undefined || typeof several === 'number')
    return reading(usage, names)(fixed)
  given.delete('axis')
  const axes = wholeNumbers(several, 'axes')
  const others = reading(usage, names)({ operands: [], keywords: given })
  return typeof axes === 'string' || typeof others === 'string'
    ? `${[axes, others].find((read) => typeof read === 'string')}`
    : { ...others, axes }
}

/** What a call of any operation fixes; a sentence where it makes no sense. */
export function attributesOf(operation: Operation, fixed: Fixed): Attributes | string {
  if (isArrayPrimitive(operation)) return operation.attributes(fixed)
  if (reduces(operation)) return ofReduction(operation, fixed)
  const fixesNothing = fixed.operands.length === 0 && fixed.keywords.size === 0
  return fixesNothing ? NO_ATTRIBUTES : reading(`${operation.name}(…)`, [])(fixed)
}
