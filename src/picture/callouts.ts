import type { Area, Point } from '../layout/layout.ts'
import type { Size } from './camera.ts'
import { overlaps } from './labels.ts'

/** A caption that looks for a place beside one of the things it could name. */
export interface Wanted extends Size {
  /** The best ones first. */
  readonly targets: readonly Area[]
}

/** Where it stands, and the line from it to what it names. */
export interface Callout {
  readonly area: Area
  readonly from: Point
  readonly to: Point
}

/** Between the places that are tried, and around a caption, in px. */
const STRIDE = 9
const AROUND = 5
/** Px of a longer line that it is worth to name a better thing. */
const PER_RANK = 14
/** Captions further away than this are beside nothing. */
const FURTHEST = 170

/** A place for each that covers nothing and no other; null where there is no room for it. Those that come first choose first. */
export function calloutPlaces(wanted: readonly Wanted[], obstacles: readonly Area[], pane: Size): (Callout | null)[] {
  const taken = [...obstacles]
  return wanted.map((each) => {
    const callout = bestPlace(each, taken, pane)
    if (callout) taken.push(callout.area)
    return callout
  })
}

function bestPlace({ width, height, targets }: Wanted, taken: readonly Area[], pane: Size): Callout | null {
  let best: Callout | null = null
  let least = Number.POSITIVE_INFINITY
  for (const area of freePlaces({ width, height }, taken, pane))
    for (const [rank, target] of targets.entries()) {
      const to = nearest(target, middleOf(area))
      const from = nearest(area, to)
      const length = Math.hypot(to.x - from.x, to.y - from.y)
      const cost = length + PER_RANK * rank
      if (length > FURTHEST || cost >= least || crosses(from, to, target, taken)) continue
      least = cost
      best = { area, from, to }
    }
  return best
}

function* freePlaces({ width, height }: Size, taken: readonly Area[], pane: Size): Generator<Area> {
  for (let top = AROUND; top + height + AROUND <= pane.height; top += STRIDE)
    for (let left = AROUND; left + width + AROUND <= pane.width; left += STRIDE) {
      const area = { left, top, right: left + width, bottom: top + height }
      const room = grown(area, AROUND)
      if (!taken.some((other) => overlaps(room, other))) yield area
    }
}

/** Between the places at which a line is looked at, in px. */
const PACE = 6

/** Whether the line runs over anything but what it names. */
function crosses(from: Point, to: Point, target: Area, taken: readonly Area[]): boolean {
  const count = Math.floor(Math.hypot(to.x - from.x, to.y - from.y) / PACE)
  const points = Array.from({ length: count }, (_, i) => ({
    x: from.x + ((to.x - from.x) * i) / count,
    y: from.y + ((to.y - from.y) * i) / count,
  }))
  return taken.some((area) => !overlaps(area, target) && points.some((point) => holds(area, point)))
}

const holds = ({ left, top, right, bottom }: Area, { x, y }: Point) => x > left && x < right && y > top && y < bottom
const middleOf = ({ left, top, right, bottom }: Area): Point => ({ x: (left + right) / 2, y: (top + bottom) / 2 })
const clamped = (x: number, from: number, to: number) => Math.min(to, Math.max(from, x))
const nearest = ({ left, top, right, bottom }: Area, { x, y }: Point): Point => ({
  ...{ x: clamped(x, left, right), y: clamped(y, top, bottom) },
})
export const grown = ({ left, top, right, bottom }: Area, by: number): Area => ({
  ...{ left: left - by, top: top - by, right: right + by, bottom: bottom + by },
})
