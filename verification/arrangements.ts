import type { AxisIndex } from '../src/primitives/wiring.ts'
import { entriesOf, itemsOf, type Nested, shaped, shapeOf } from './nested.ts'

/** Arrays in other orders and shapes, by NumPy's definitions. */

export const range = (length: number): number[] => Array.from({ length }, (_, i) => i)

/** An axis that is counted from the end if it is negative. */
export const fromStart = (axis: number, rank: number): number => (axis < 0 ? axis + rank : axis)

const entryAt = (x: Nested, place: readonly number[]): Nested => place.reduce((item, i) => itemsOf(item)[i], x)

export function transpose(x: Nested, axes: readonly number[]): Nested {
  const shape = shapeOf(x)
  const order = axes.map((axis) => fromStart(axis, shape.length))
  const within = (place: readonly number[]): Nested => {
    if (place.length === order.length)
      return entryAt(
        x,
        order.map((_, axis) => place[order.indexOf(axis)]),
      )
    return range(shape[order[place.length]]).map((i) => within([...place, i]))
  }
  return within([])
}

export function reshape(x: Nested, shape: readonly number[]): Nested {
  const entries = entriesOf(x)
  const known = shape.filter((length) => length !== -1).reduce((a, b) => a * b, 1)
  return shaped(
    shape.map((length) => (length === -1 ? entries.length / known : length)),
    entries,
  )
}

export const concat = (operands: readonly Nested[], axis: number): Nested =>
  axis === 0
    ? operands.flatMap(itemsOf)
    : itemsOf(operands[0]).map((_, i) =>
        concat(
          operands.map((x) => itemsOf(x)[i]),
          axis - 1,
        ),
      )

export const stack = (operands: readonly Nested[], axis: number): Nested =>
  axis === 0
    ? operands
    : itemsOf(operands[0]).map((_, i) =>
        stack(
          operands.map((x) => itemsOf(x)[i]),
          axis - 1,
        ),
      )

type Slice = Exclude<AxisIndex, { readonly at: number }>

/** The places that Python's slice has of so many. */
export function placesOf({ start, stop, step }: Slice, length: number): number[] {
  const by = step ?? 1
  const clipped = (place: number): number =>
    by > 0
      ? Math.min(Math.max(fromStart(place, length), 0), length)
      : Math.min(Math.max(fromStart(place, length), -1), length - 1)
  const first = start === null ? (by > 0 ? 0 : length - 1) : clipped(start)
  const end = stop === null ? (by > 0 ? length : -1) : clipped(stop)
  const places: number[] = []
  for (let place = first; by > 0 ? place < end : place > end; place += by) places.push(place)
  return places
}

export function subscript(x: Nested, [index, ...rest]: readonly AxisIndex[]): Nested {
  if (!index) return x
  const items = itemsOf(x)
  if ('at' in index) return subscript(items[fromStart(index.at, items.length)], rest)
  return placesOf(index, items.length).map((place) => subscript(items[place], rest))
}
