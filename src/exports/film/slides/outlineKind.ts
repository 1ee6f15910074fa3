import type { Segment } from '../../../picture/drawing/drawing.ts'
import type { Rectangle } from '../../placed.ts'

/** What an outline is to a program for slides, so that it can be edited there as what it is. */
export type OutlineKind =
  | { readonly kind: 'ellipse' | 'rect' | 'freeform' }
  | { readonly kind: 'roundRect'; radius: number }

/** Px within which outlines are the same. */
const NEAR = 0.05
const isNear = (a: number, b: number) => Math.abs(a - b) < NEAR

/** A circle, a box or a box with round corners, where it is one; else a freeform. */
export function outlineKind(segments: readonly Segment[]): OutlineKind {
  const { x, y, width, height } = boxAround(segments)
  const ends = segments.flatMap(endOf)
  const curves = segments.filter(([name]) => name === 'C').length
  const isOne = segments.filter(([name]) => name === 'M').length === 1 && segments[segments.length - 1][0] === 'Z'
  const isOn = (at: number, from: number, length: number) => isNear(at, from) || isNear(at, from + length)
  if (!isOne) return { kind: 'freeform' }
  if (curves === 0 && ends.length === 4 && ends.every((end) => isOn(end.x, x, width) && isOn(end.y, y, height)))
    return { kind: 'rect' }
  if (curves !== 4) return { kind: 'freeform' }
  const radii = cornersOf(segments)
  const [radius] = radii
  const isRound = radii.every((each) => isNear(each.x, radius.x) && isNear(each.y, radius.y))
  if (!isRound || !ends.every((end) => isOn(end.x, x, width) || isOn(end.y, y, height))) return { kind: 'freeform' }
  if (isNear(2 * radius.x, width) && isNear(2 * radius.y, height)) return { kind: 'ellipse' }
  return isNear(radius.x, radius.y) ? { kind: 'roundRect', radius: radius.x } : { kind: 'freeform' }
}

const endOf = (segment: Segment) =>
  segment[0] === 'Z' ? [] : [{ x: segment[segment.length - 2] as number, y: segment[segment.length - 1] as number }]

/** How far each curve leads to the side and up or down. */
function cornersOf(segments: readonly Segment[]) {
  return segments.flatMap((segment, i) => {
    if (segment[0] !== 'C') return []
    const [[from], [to]] = [endOf(segments[i - 1]), endOf(segment)]
    return [{ x: Math.abs(to.x - from.x), y: Math.abs(to.y - from.y) }]
  })
}

/** The box around all points of an outline, with those that its curves only bend towards. */
export function boxAround(segments: readonly Segment[]): Rectangle {
  const numbers = segments.flatMap(([, ...numbers]) => numbers as number[])
  const xs = numbers.filter((_, i) => i % 2 === 0)
  const ys = numbers.filter((_, i) => i % 2 === 1)
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}
