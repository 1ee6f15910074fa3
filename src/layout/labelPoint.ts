import { bezier } from './curve.ts'
import type { Direction, Point } from './layout.ts'

/** Shorter pieces of a route, in px along the flow, are too short for a label. */
const ROOM = 24
/** Behind the fork of wires with one operand, before the meeting of wires with one consumer. */
const PART = 0.58

/** Where an edge's partial stands: on the last stretch, which belongs to this edge alone. */
export function labelPoint(route: readonly Point[], direction: Direction): Point {
  const points = bezier(route, direction)
  let i = points.length - 4
  while (i > 0 && Math.abs(points[i + 3].x - points[i].x) + Math.abs(points[i + 3].y - points[i].y) < ROOM) i -= 3
  return onBezier(points[i], points[i + 1], points[i + 2], points[i + 3], PART)
}

function onBezier(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const s = 1 - t
  const [wa, wb, wc, wd] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t]
  return { x: wa * a.x + wb * b.x + wc * c.x + wd * d.x, y: wa * a.y + wb * b.y + wc * c.y + wd * d.y }
}
