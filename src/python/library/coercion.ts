import type { Span } from '../../language/syntax.ts'
import { MAX_RANK, type Shape, sameShape } from '../../primitives/shape.ts'
import type { Value } from '../../primitives/value.ts'
import type { Running } from '../run/running.ts'
import { type Given, type Library, PyNumber } from '../values/numbered.ts'
import { Refusal } from '../values/refusal.ts'
import { List, type PyValue, Tuple } from '../values/values.ts'
import { arrayOf, isConstant, joined, retyped } from './numbers.ts'

/**
 * A value as an array of a library: numbers and arrays as they are, lists of them side by side. A list that the text gives
 * to a name stays one input. `who` names it in messages. Refused where it is ragged, or no array.
 */
export function arrayFrom(running: Running, library: Library, value: PyValue, who: string, at: Span): PyNumber {
  if (value instanceof PyNumber) return owned(value, library, who, at)
  if (!isListing(value)) throw new Refusal(`${who} must be a number or an array.`, at)
  const leaves: Leaf[] = []
  const shape = collect(value, [], leaves, who, at)
  for (const { number } of leaves) owned(number, library, who, at)
  const dtype = joined(...leaves.map(({ number }) => number.dtype))
  const given = wholeInput(shape, leaves)
  if (given) return new PyNumber(library, dtype, given.value, { kind: 'given', input: given, entry: [] })
  if (leaves.every(({ number }) => isConstant(number) && number.value.shape.length === 0))
    return arrayOf(
      { shape, entries: Float64Array.from(leaves, ({ number }) => number.value.entries[0]) },
      at,
      dtype,
      library,
    )
  return retyped(stacked(running, value, at), dtype, library)
}

interface Leaf {
  readonly number: PyNumber
  readonly place: readonly number[]
}

const isListing = (value: PyValue): value is List | Tuple => value instanceof List || value instanceof Tuple

const NAMES = { python: 'Python', numpy: 'NumPy', torch: 'PyTorch', jax: 'JAX', micrograd: 'micrograd' } as const

/** Arrays of NumPy are taken by JAX, and the other way round; tensors of PyTorch and Values of micrograd stay among themselves. */
function owned(value: PyNumber, library: Library, who: string, at: Span): PyNumber {
  if (value.library === library) return value
  const own = [value.library, library].find((each) => each === 'torch' || each === 'micrograd')
  if (own && value.library !== 'python' && library !== 'python')
    throw new Refusal(
      `${who} is of ${NAMES[value.library]}, and here ${NAMES[library]} computes: write all of it with one of the two.`,
      at,
    )
  return retyped(value, value.dtype, library)
}

/** The shape of nested lists; their numbers and arrays go to `leaves`, in order. */
function collect(value: PyValue, place: readonly number[], leaves: Leaf[], who: string, at: Span): Shape {
  if (value instanceof PyNumber) {
    leaves.push({ number: value, place })
    return value.value.shape
  }
  if (!isListing(value)) throw new Refusal(`${who} has an entry that is no number.`, at)
  if (value.items.length === 0) throw new Refusal(`${who} is empty, and arrays without entries are not read here.`, at)
  if (place.length === MAX_RANK) throw new Refusal(`${who} has more than ${MAX_RANK} axes.`, at)
  const shapes = value.items.map((item, i) => collect(item, [...place, i], leaves, who, at))
  if (!shapes.every((shape) => sameShape(shape, shapes[0])))
    throw new Refusal(`${who} has rows of different lengths: write all of them with the same.`, at)
  return [shapes.length, ...shapes[0]]
}

/** The input whose entries the leaves are, all of them and in their places. */
function wholeInput(shape: Shape, leaves: readonly Leaf[]): Given | null {
  const [first] = leaves
  const origin = first.number.origin
  if (origin.kind !== 'given' || !sameShape(origin.input.value.shape, shape)) return null
  const isWhole = leaves.every(({ number, place }) => {
    const own = number.origin
    return own.kind === 'given' && own.input === origin.input && sameShape(own.entry, place)
  })
  return isWhole ? origin.input : null
}

function stacked(running: Running, value: PyValue, at: Span): PyNumber {
  if (value instanceof PyNumber) return value
  const items = (value as List | Tuple).items.map((item) => stacked(running, item, at))
  return running.trace.apply('stack', items, at)
}

/** Nested lists of plain numbers, for what an operation fixes. */
export function plain(x: PyNumber): Value {
  const { shape, entries } = x.value
  const read = (axis: number, from: number, size: number): Value => {
    if (axis === shape.length) return entries[from]
    const step = size / shape[axis]
    return Array.from({ length: shape[axis] }, (_, i) => read(axis + 1, from + i * step, step))
  }
  return read(0, 0, entries.length)
}
