import { count, grouped } from '../../language/words.ts'
import { broadcast, type Shape, shapeText, sizeOf, stridesOf } from '../shape.ts'
import { tensorOf, type Value } from '../value.ts'
import type { AxisIndex, SliceIndex } from '../wiring.ts'
import { sliceText } from './subscriptText.ts'

/** Where the entries of a value are copied from, in its order. */
export interface Gathered {
  readonly shape: Shape
  readonly places: readonly number[]
}

/** Axes of a subscript's value, and by entry along them how far it stands from the first entry of what is taken. */
export interface TakenAxes {
  readonly shape: Shape
  readonly offsets: readonly number[]
}

/** Entries that arrays of places take at once. */
const MOST_TAKEN = 1_000_000

/**
 * NumPy's subscripts by numbers, slices, new axes, an ellipsis and arrays of places or of truth values: the shape of what
 * is taken of an array of the given shape, and by entry its place there, in row-major order. A sentence, to stand behind
 * “x is 2×3: ”, where that is nothing or no subscript.
 * https://numpy.org/doc/stable/user/basics.indexing.html
 */
export function gatherPlaces(shape: Shape, index: readonly AxisIndex[]): Gathered | string {
  const taken = takenAxes(shape, index)
  if (typeof taken === 'string') return taken
  const lengths = taken.flatMap((axes) => axes.shape)
  const size = sizeOf(lengths)
  if (size > MOST_TAKEN)
    return `that takes ${grouped(size)} entries, and at most ${grouped(MOST_TAKEN)} can be taken at once.`
  const places = taken.reduce<number[]>(
    (all, { offsets }) => all.flatMap((place) => offsets.map((offset) => place + offset)),
    [0],
  )
  return { shape: lengths, places }
}

/** What the parts of a subscript take, in the order of the value's axes; or why they take nothing. */
export function takenAxes(shape: Shape, index: readonly AxisIndex[]): TakenAxes[] | string {
  const parts = written(shape, index)
  if (typeof parts === 'string') return parts
  const strides = stridesOf(shape)
  const hasArrays = parts.some((part) => 'places' in part || 'mask' in part)
  const axes: TakenAxes[] = []
  const arrays: TakenAxes[] = []
  const at: number[] = []
  let axis = 0
  for (const [i, part] of parts.entries()) {
    const isArray = 'places' in part || 'mask' in part || ('at' in part && hasArrays)
    const taken = isArray ? arraysOf(part, shape, axis, strides) : [axisTaken(part, shape, axis, strides)]
    const wrong = taken.find((each) => typeof each === 'string')
    if (wrong !== undefined) return wrong
    if (isArray) at.push(i)
    if (isArray) arrays.push(...(taken as TakenAxes[]))
    else axes.push(...(taken as TakenAxes[]))
    axis += axesOf(part)
  }
  if (arrays.length === 0) return axes
  const together = joined(arrays)
  if (typeof together === 'string') return together
  // Arrays that other parts stand between give the first axes, by NumPy's rule; else theirs stand where they are written.
  const isApart = at[at.length - 1] - at[0] >= at.length
  axes.splice(isApart ? 0 : at[0], 0, together)
  return axes
}

const WHOLE_AXIS: SliceIndex = { start: null, stop: null, step: null }

/** The same with a slice for each axis that the ellipsis stands for, or that is not named. */
function written(shape: Shape, index: readonly AxisIndex[]): AxisIndex[] | string {
  const named = index.reduce((sum, part) => sum + axesOf(part), 0)
  if (named > shape.length) {
    if (shape.length === 0) return 'it has no entries to take.'
    return `it has ${count(shape.length, 'axis', 'axes')}, and the subscript names ${named}.`
  }
  const dots = index.flatMap((part, i) => ('ellipsis' in part ? [i] : []))
  if (dots.length > 1) return 'a subscript has at most one “...”.'
  const at = dots[0] ?? index.length
  return [
    ...index.slice(0, at),
    ...new Array<SliceIndex>(shape.length - named).fill(WHOLE_AXIS),
    ...index.slice(at + 1),
  ]
}

/** How many axes of the array a part names. */
function axesOf(part: AxisIndex): number {
  if ('newaxis' in part || 'ellipsis' in part) return 0
  return 'mask' in part ? (tensorOf(part.mask)?.shape.length ?? 0) : 1
}

function axisTaken(part: AxisIndex, shape: Shape, axis: number, strides: readonly number[]): TakenAxes | string {
  if ('start' in part) {
    const along = sliceTaken(part, shape[axis], axis)
    if (typeof along === 'string') return along
    return { shape: [along.length], offsets: along.map((place) => place * strides[axis]) }
  }
  if (!('at' in part)) return { shape: [1], offsets: [0] }
  const place = placeIn(part.at, shape[axis], axis)
  return typeof place === 'string' ? place : { shape: [], offsets: [place * strides[axis]] }
}

function placeIn(at: number, length: number, axis: number): number | string {
  if (!Number.isInteger(at)) return `places are whole numbers, and ${at} is not.`
  const place = at < 0 ? at + length : at
  if (place >= 0 && place < length) return place
  return `axis ${axis} has the places 0 to ${length - 1}, and ${at} is not among them.`
}

function sliceTaken(slice: SliceIndex, length: number, axis: number): number[] | string {
  const step = slice.step ?? 1
  if (step === 0) return `the step along axis ${axis} is 0, which goes nowhere.`
  const [low, high] = step > 0 ? [0, length] : [-1, length - 1]
  const within = (place: number): number => Math.min(Math.max(place < 0 ? place + length : place, low), high)
  const first = slice.start === null ? (step > 0 ? low : high) : within(slice.start)
  const end = slice.stop === null ? (step > 0 ? high : low) : within(slice.stop)
  const taken = Math.ceil((end - first) / step)
  if (taken > 0) return Array.from({ length: taken }, (_, i) => first + i * step)
  return `${sliceText(slice)} takes nothing of axis ${axis}, whose length is ${length}.`
}

/** An array of places, or of each axis of a mask the places where it is 1. */
function arraysOf(part: AxisIndex, shape: Shape, axis: number, strides: readonly number[]): (TakenAxes | string)[] {
  if ('mask' in part) return maskTaken(part.mask, shape, axis, strides)
  const places: Value = 'places' in part ? part.places : 'at' in part ? part.at : 0
  const tensor = tensorOf(places)
  if (!tensor) return ['an array of places has rows of one length.']
  if (tensor.entries.length === 0) return ['an array of no places takes nothing.']
  const found = Array.from(tensor.entries, (at) => placeIn(at, shape[axis], axis))
  const wrong = found.find((place) => typeof place === 'string')
  if (wrong !== undefined) return [wrong as string]
  return [{ shape: tensor.shape, offsets: found.map((place) => (place as number) * strides[axis]) }]
}

function maskTaken(mask: Value, shape: Shape, axis: number, strides: readonly number[]): (TakenAxes | string)[] {
  const tensor = tensorOf(mask)
  if (!tensor || tensor.shape.length === 0) return ['a mask is an array of True and False.']
  const own = shape.slice(axis, axis + tensor.shape.length)
  const wrong = own.findIndex((length, a) => length !== tensor.shape[a])
  if (wrong >= 0)
    return [
      `a mask has the lengths of the axes that it takes, ${shapeText(own)}, and this one has ${shapeText(tensor.shape)}.`,
    ]
  const taken = [...tensor.entries.keys()].filter((i) => tensor.entries[i] !== 0)
  if (taken.length === 0) return ['the mask is False everywhere, so it takes nothing.']
  // Entries of the masked axes stand as they do in the mask, as far apart as entries along the last of these axes.
  const step = strides[axis + own.length - 1]
  return [{ shape: [taken.length], offsets: taken.map((place) => place * step) }]
}

/** Arrays of places, broadcast against each other: entry by entry their offsets add up. */
function joined(arrays: readonly TakenAxes[]): TakenAxes | string {
  const shape = broadcast(arrays.map((each) => each.shape))
  if (!shape) {
    const shapes = arrays.map((each) => shapeText(each.shape) || 'one number')
    return `the arrays of a subscript must fit each other, and these are ${shapes.join(' and ')}.`
  }
  const offsets = new Array<number>(sizeOf(shape)).fill(0)
  const lengths = stridesOf(shape)
  for (const each of arrays) {
    const own = stridesOf(each.shape)
    const added = shape.length - each.shape.length
    for (let entry = 0; entry < offsets.length; entry++) {
      let place = 0
      for (const [axis, length] of each.shape.entries())
        if (length > 1) place += (Math.floor(entry / lengths[added + axis]) % length) * own[axis]
      offsets[entry] += each.offsets[place]
    }
  }
  return { shape, offsets }
}
