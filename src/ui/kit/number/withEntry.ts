import { nested, type Tensor, tensorOf, type Value } from '../../../primitives/value.ts'

/** An array with another number in one place, counted in row-major order. */
export function withEntry(value: Value, entry: number, number: number): Value {
  const { shape, entries } = tensorOf(value) as Tensor
  return nested(
    shape,
    entries.map((x, i) => (i === entry ? number : x)),
  )
}
