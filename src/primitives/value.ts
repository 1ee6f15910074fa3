import { type Shape, sizeOf } from './shape.ts'

/** A number, or nested arrays by its shape: `[[1, 2], [3, 4]]`. */
export type Value = number | readonly Value[]

/** A shape, and its entries in row-major order. */
export interface Tensor {
  readonly shape: Shape
  readonly entries: Float64Array
}

/** The entries that start at `from` as nested arrays. */
export function nested(shape: Shape, entries: ArrayLike<number>, from = 0): Value {
  if (shape.length === 0) return entries[from]
  const [length, ...rest] = shape
  if (rest.length === 0) return Array.from({ length }, (_, i) => entries[from + i])
  const stride = sizeOf(rest)
  return Array.from({ length }, (_, i) => nested(rest, entries, from + i * stride))
}

/** The tensor of nested arrays; null where they are ragged. */
export function tensorOf(value: Value): Tensor | null {
  const shape: number[] = []
  for (let first: Value | undefined = value; typeof first === 'object'; first = first[0]) shape.push(first.length)
  const entries = new Float64Array(sizeOf(shape))
  let at = 0
  const read = (part: Value, axis: number): boolean => {
    if (typeof part === 'number') {
      if (axis === shape.length) entries[at++] = part
      return axis === shape.length
    }
    return part.length === shape[axis] && part.every((item) => read(item, axis + 1))
  }
  return read(value, 0) ? { shape, entries } : null
}

export const scalarTensor = (x: number): Tensor => ({ shape: [], entries: Float64Array.of(x) })
