import type { AxisIndex } from '../src/primitives/wiring.ts'
import { range, reshape, subscript } from './arrangements.ts'
import { broadcasting, entriesOf, itemsOf, type Nested, shaped, shapeOf } from './nested.ts'
import { big } from './oracle.ts'

/** Arrays of zeros with the entries of others in them, and sums by letters, by NumPy's definitions. */

type Adding = (x: Nested, y: Nested) => Nested
type Index = readonly number[]

const zero = big(0)

/** An array by what stands at each index. */
function filledBy(shape: readonly number[], entry: (index: Index) => Nested, at: Index = []): Nested {
  if (at.length === shape.length) return entry(at)
  return range(shape[at.length]).map((i) => filledBy(shape, entry, [...at, i]))
}

const entryOf = (x: Nested, index: Index): Nested => index.reduce((part, i) => itemsOf(part)[i], x)

export function diag(x: Nested, k: number): Nested {
  const shape = shapeOf(x)
  if (shape.length === 1) {
    const n = shape[0] + Math.abs(k)
    return filledBy([n, n], ([i, j]) => (j - i === k ? entryOf(x, [Math.min(i, j)]) : zero))
  }
  return range(shape[0]).flatMap((i) => (i + k >= 0 && i + k < shape[1] ? [entryOf(x, [i, i + k])] : []))
}

export const triangle = (x: Nested, isKept: (i: number, j: number) => boolean): Nested =>
  filledBy(shapeOf(x), (index) => {
    const [i, j] = index.slice(-2)
    return isKept(i, j) ? entryOf(x, index) : zero
  })

export function pad(x: Nested, pairs: readonly (readonly number[])[], value: number): Nested {
  const shape = shapeOf(x)
  const longer = shape.map((length, axis) => length + pairs[axis][0] + pairs[axis][1])
  return filledBy(longer, (index) => {
    const own = index.map((i, axis) => i - pairs[axis][0])
    return own.every((i, axis) => i >= 0 && i < shape[axis]) ? entryOf(x, own) : big(value)
  })
}

/** Where each entry of a subscript of an array of the shape stands there. */
function placesOf(shape: readonly number[], index: readonly AxisIndex[]): Nested {
  const size = shape.reduce((a, b) => a * b, 1)
  return subscript(
    shaped(
      shape,
      range(size).map((place) => big(place)),
    ),
    index,
  )
}

function placed(x: Nested, index: readonly AxisIndex[], y: Nested, join: Adding): Nested {
  const entries: Nested[] = entriesOf(x)
  broadcasting(
    (place, entry) => {
      const at = Number(String(place))
      entries[at] = join(entries[at], entry)
      return entry
    },
    [placesOf(shapeOf(x), index), y],
  )
  return reshape(entries, shapeOf(x))
}

export const put = (x: Nested, y: Nested, index: readonly AxisIndex[]): Nested =>
  placed(x, index, y, (_, entry) => entry)

export const scatter = (y: Nested, shape: readonly number[], index: readonly AxisIndex[], add: Adding): Nested =>
  placed(
    filledBy(shape, () => zero),
    index,
    y,
    add,
  )

/** The entries of each window along the last axes. */
export function windows(
  x: Nested,
  size: readonly number[],
  strides: readonly number[],
  of: (entries: Nested[]) => Nested,
) {
  const shape = shapeOf(x)
  const stack = shape.length - size.length
  const counts = shape.map((n, axis) =>
    axis < stack ? n : Math.floor((n - size[axis - stack]) / strides[axis - stack]) + 1,
  )
  return filledBy(counts, (index) => {
    const found: Nested[] = []
    filledBy(size, (within) => {
      const at = index.map((i, axis) => (axis < stack ? i : i * strides[axis - stack] + within[axis - stack]))
      found.push(entryOf(x, at))
      return zero
    })
    return of(found)
  })
}

/** The sum, over all values of the letters that the result lacks, of the products of the entries that they name. */
export function einsum(subscripts: string, operands: readonly Nested[], add: Adding, multiply: Adding): Nested {
  const [given, arrow] = subscripts.split('->')
  const named = given.split(',')
  const letters = [...new Set(given.replaceAll(',', ''))]
  const result =
    arrow ??
    letters
      .filter((letter) => given.split(letter).length === 2)
      .sort()
      .join('')
  const lengths = new Map(
    named.flatMap((own, slot) => [...own].map((letter, axis) => [letter, shapeOf(operands[slot])[axis]])),
  )
  const summed = letters.filter((letter) => !result.includes(letter))
  const lengthsOf = (some: Iterable<string>): number[] => [...some].map((letter) => lengths.get(letter) as number)
  return filledBy(lengthsOf(result), (index) => {
    const terms: Nested[] = []
    filledBy(lengthsOf(summed), (others) => {
      const at = new Map([...result].map((letter, i) => [letter, index[i]] as const))
      for (const [i, letter] of summed.entries()) at.set(letter, others[i])
      const factors = operands.map((x, slot) =>
        entryOf(
          x,
          [...named[slot]].map((letter) => at.get(letter) as number),
        ),
      )
      terms.push(factors.reduce(multiply))
      return zero
    })
    return terms.reduce(add)
  })
}
