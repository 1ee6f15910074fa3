import { valueAt } from './atOperands.ts'
import type { Primitive } from './primitive.ts'
import type { Shape } from './shape.ts'
import type { Tensor } from './value.ts'
import type { Attributes, AxisIndex } from './wiring.ts'

/**
 * An independent method for arrays: every entry by its index, as NumPy's reference defines it. For tests; slow and plain.
 */
type Index = readonly number[]

/** Every index into an array of the shape, in row-major order. */
export function indices(shape: Shape): Index[] {
  if (shape.length === 0) return [[]]
  const [length, ...rest] = shape
  return Array.from({ length }, (_, i) => i).flatMap((i) => indices(rest).map((index) => [i, ...index]))
}

export const make = (shape: Shape, entry: (index: Index) => number): Tensor => ({
  shape,
  entries: Float64Array.from(indices(shape).map(entry)),
})

/** The entry at an index; one of more axes than the array has counts from the last, and a length of 1 serves every place. */
export function at({ shape, entries }: Tensor, index: Index): number {
  const own = index.slice(index.length - shape.length)
  return entries[shape.reduce((place, length, axis) => place * length + (length === 1 ? 0 : own[axis]), 0)]
}

const range = (length: number): number[] => Array.from({ length }, (_, i) => i)
const total = (terms: readonly number[]): number => terms.reduce((a, b) => a + b, 0)
const without = (index: Index, axis: number): number[] => index.filter((_, i) => i !== axis)
const inserted = (index: Index, axis: number, place: number): number[] => [
  ...index.slice(0, axis),
  place,
  ...index.slice(axis),
]
const nonNegative = (axis: number, rank: number): number => (axis < 0 ? axis + rank : axis)

/** Lengths from the last axis; each is the largest of the operands'. */
function joint(shapes: readonly Shape[]): number[] {
  const rank = Math.max(0, ...shapes.map(({ length }) => length))
  return range(rank).map((axis) => Math.max(...shapes.map((shape) => shape[axis - rank + shape.length] ?? 1)))
}

export const elementwise = (primitive: Primitive, operands: readonly Tensor[]): Tensor =>
  make(joint(operands.map(({ shape }) => shape)), (index) =>
    valueAt(
      primitive,
      operands.map((operand) => at(operand, index)),
    ),
  )

/** The entries that a reduction takes together, by index into the value. */
export function groupsOf(x: Tensor, axis: number | undefined): { shape: Shape; groups: Index[][] } {
  if (axis === undefined) return { shape: [], groups: [indices(x.shape)] }
  const along = nonNegative(axis, x.shape.length)
  const shape = without(x.shape, along)
  const groups = indices(shape).map((index) => range(x.shape[along]).map((place) => inserted(index, along, place)))
  return { shape, groups }
}

export function reduced(primitive: Primitive, x: Tensor, { axis, keepdims }: Attributes): Tensor {
  const { shape, groups } = groupsOf(x, axis)
  const values = groups.map((group) =>
    valueAt(
      primitive,
      group.map((index) => at(x, index)),
    ),
  )
  const whole = x.shape.map((length, a) => (axis === undefined || a === nonNegative(axis, x.shape.length) ? 1 : length))
  return { shape: keepdims ? whole : shape, entries: Float64Array.from(values) }
}

/** A vector on the left is a matrix of one row, on the right of one column; that axis is taken away again. */
function matmul([x, y]: readonly Tensor[]): Tensor {
  const left = x.shape.length === 1 ? { ...x, shape: [1, ...x.shape] } : x
  const right = y.shape.length === 1 ? { ...y, shape: [...y.shape, 1] } : y
  const stack = joint([left.shape.slice(0, -2), right.shape.slice(0, -2)])
  const [m, n] = [left.shape.at(-2) as number, right.shape.at(-1) as number]
  const shared = range(left.shape.at(-1) as number)
  // A stacked operand of length 1 along an axis serves every place there, but not along the matrix's own axes.
  const entry = (operand: Tensor, index: Index): number => at(operand, index)
  const product = make([...stack, m, n], (index) => {
    const [i, j] = index.slice(-2)
    const above = index.slice(0, -2)
    return total(shared.map((k) => entry(left, [...above, i, k]) * entry(right, [...above, k, j])))
  })
  const shape = [...stack, ...(x.shape.length === 1 ? [] : [m]), ...(y.shape.length === 1 ? [] : [n])]
  return { shape, entries: product.entries }
}

function conv([x, kernel]: readonly Tensor[], { stride = 1 }: Attributes): Tensor {
  const shape = x.shape.map((length, axis) => {
    let windows = 0
    for (let start = 0; start + kernel.shape[axis] <= length; start += stride) windows++
    return windows
  })
  return make(shape, (window) =>
    total(
      indices(kernel.shape).map(
        (k) =>
          at(kernel, k) *
          at(
            x,
            k.map((place, axis) => place + window[axis] * stride),
          ),
      ),
    ),
  )
}

function transpose([x]: readonly Tensor[], { axes }: Attributes): Tensor {
  const rank = x.shape.length
  const order = axes ? axes.map((axis) => nonNegative(axis, rank)) : range(rank).reverse()
  return make(
    order.map((axis) => x.shape[axis]),
    (index) => {
      const from: number[] = []
      for (const [place, axis] of order.entries()) from[axis] = index[place]
      return at(x, from)
    },
  )
}

function concat(operands: readonly Tensor[], { axis = 0 }: Attributes): Tensor {
  const along = nonNegative(axis, operands[0].shape.length)
  const shape = operands[0].shape.map((length, a) =>
    a === along ? total(operands.map((operand) => operand.shape[a])) : length,
  )
  return make(shape, (index) => {
    let place = index[along]
    for (const operand of operands) {
      if (place < operand.shape[along]) return at(operand, inserted(without(index, along), along, place))
      place -= operand.shape[along]
    }
    return Number.NaN
  })
}

function stack(operands: readonly Tensor[], { axis = 0 }: Attributes): Tensor {
  const along = nonNegative(axis, operands[0].shape.length + 1)
  return make(inserted(operands[0].shape, along, operands.length), (index) =>
    at(operands[index[along]], without(index, along)),
  )
}

/** The places that Python's `range(length)[start:stop:step]` has. */
export function placesOf(index: AxisIndex, length: number): number[] {
  const places = range(length)
  if ('at' in index) return [places.at(index.at) as number]
  const step = index.step ?? 1
  const clip = (place: number, low: number, high: number): number =>
    Math.max(low, Math.min(high, place < 0 ? place + length : place))
  const taken: number[] = []
  if (step > 0) {
    const end = index.stop === null ? length : clip(index.stop, 0, length)
    for (let place = index.start === null ? 0 : clip(index.start, 0, length); place < end; place += step)
      taken.push(places[place])
  } else {
    const end = index.stop === null ? -1 : clip(index.stop, -1, length - 1)
    for (let place = index.start === null ? length - 1 : clip(index.start, -1, length - 1); place > end; place += step)
      taken.push(places[place])
  }
  return taken
}

function subscript([x]: readonly Tensor[], { index = [] }: Attributes): Tensor {
  const all: AxisIndex = { start: null, stop: null, step: null }
  const parts = x.shape.map((length, axis) => {
    const part = index[axis] ?? all
    return { places: placesOf(part, length), isKept: !('at' in part) }
  })
  const shape = parts.filter(({ isKept }) => isKept).map(({ places }) => places.length)
  return make(shape, (kept) => {
    let next = 0
    return at(
      x,
      parts.map(({ places, isKept }) => places[isKept ? kept[next++] : 0]),
    )
  })
}

function softmax([x]: readonly Tensor[], { axis = -1 }: Attributes): Tensor {
  const along = nonNegative(axis, x.shape.length)
  return make(x.shape, (index) => {
    const others = range(x.shape[along]).map((place) => at(x, inserted(without(index, along), along, place)))
    return 1 / total(others.map((other) => Math.exp(other - at(x, index))))
  })
}

const logsoftmax = (operands: readonly Tensor[], attributes: Attributes): Tensor => {
  const { shape, entries } = softmax(operands, attributes)
  return { shape, entries: entries.map(Math.log) }
}

/** Array primitives by name. */
export const naive: Readonly<Record<string, (operands: readonly Tensor[], attributes: Attributes) => Tensor>> = {
  matmul,
  dot: matmul,
  outer: ([x, y]) => make([x.shape[0], y.shape[0]], ([i, j]) => at(x, [i]) * at(y, [j])),
  conv,
  transpose,
  reshape: ([x], { shape = [] }) => {
    const known = shape.filter((length) => length !== -1).reduce((a, b) => a * b, 1)
    return { shape: shape.map((length) => (length === -1 ? x.entries.length / known : length)), entries: x.entries }
  },
  flatten: ([x]) => ({ shape: [x.entries.length], entries: x.entries }),
  broadcast_to: ([x], { shape = [] }) => make(shape, (index) => at(x, index)),
  concat,
  stack,
  index: subscript,
  softmax,
  logsoftmax,
}
