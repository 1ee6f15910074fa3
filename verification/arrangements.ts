import type { BigNumber } from 'mathjs'
import type { Value } from '../src/primitives/value.ts'
import type { AxisIndex, SliceIndex } from '../src/primitives/wiring.ts'
import { broadcasting, entriesOf, itemsOf, type Nested, rankOf, shaped, shapeOf } from './nested.ts'
import { big } from './oracle.ts'

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

/** The places that Python's slice has of so many. */
export function placesOf({ start, stop, step }: SliceIndex, length: number): number[] {
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

/** A subscript by NumPy's rules: arrays of places give the first axes, or, if nothing stands between them, those in their place. */
export function subscript(x: Nested, index: readonly AxisIndex[]): Nested {
  const parts = spelledOut(index, shapeOf(x).length)
  const arrays = parts.flatMap((part) => ('places' in part ? [asNested(part.places)] : []))
  if (arrays.length === 0) return basic(x, parts)
  const all = parts.map((part) => ('at' in part ? { places: part.at } : part))
  const places = all.flatMap((part) => ('places' in part ? [asNested(part.places)] : []))
  const found = broadcasting((...numbers) => {
    const at = numbers.map((number) => (number as BigNumber).toNumber())
    return basic(
      x,
      all.map((part) => ('places' in part ? { at: at.shift() as number } : part)),
    )
  }, places)
  const isArray = all.map((part) => 'places' in part)
  const [first, last] = [isArray.indexOf(true), isArray.lastIndexOf(true)]
  if (isArray.slice(first, last).includes(false)) return found
  const rank = Math.max(...places.map(rankOf))
  const axes = range(rankOf(found))
  return transpose(found, [...axes.slice(rank, rank + first), ...axes.slice(0, rank), ...axes.slice(rank + first)])
}

type Spelled = SliceIndex | { readonly at: number } | { readonly newaxis: true } | { readonly places: Value }

/** Without masks and dots. */
function spelledOut(index: readonly AxisIndex[], rank: number): Spelled[] {
  const parts = index.flatMap((part): (Spelled | null)[] => {
    if ('ellipsis' in part) return [null]
    return 'mask' in part ? whereTrue(part.mask).map((places) => ({ places })) : [part]
  })
  const others = parts.filter((part) => part !== null && !('newaxis' in part)).length
  const whole = new Array<Spelled>(rank - others).fill({ start: null, stop: null, step: null })
  return (parts.includes(null) ? parts : [...parts, null]).flatMap((part) => part ?? whole)
}

/** By axis the places of what is 1, as NumPy's nonzero has them. */
function whereTrue(mask: Value, at: readonly number[] = []): number[][] {
  if (typeof mask === 'number') return at.map((place) => (mask ? [place] : []))
  return mask
    .map((item, i) => whereTrue(item, [...at, i]))
    .reduce((all, more) => all.map((places, axis) => [...places, ...more[axis]]))
}

const asNested = (value: Value): Nested => (typeof value === 'number' ? big(value) : value.map(asNested))

function basic(x: Nested, [part, ...rest]: readonly Spelled[]): Nested {
  if (!part) return x
  if ('newaxis' in part) return [basic(x, rest)]
  const items = itemsOf(x)
  if ('at' in part) return basic(items[fromStart(part.at, items.length)], rest)
  if ('places' in part) throw new Error('An array of places is no part of a basic subscript')
  return placesOf(part, items.length).map((place) => basic(items[place], rest))
}
