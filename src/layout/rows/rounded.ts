import type { Point } from '../layout.ts'

/** How far the controls of a quarter of a circle stand from its ends, relative to its radius. */
const QUARTER = 0.5523

/** A way around corners as cubic Béziers, the corners rounded as far as there is room. */
export function rounded(points: readonly Point[], radius: number): Point[] {
  const curve = [points[0]]
  for (let i = 1; i < points.length; i++) {
    const [before, corner, after] = [points[i - 1], points[i], points[i + 1]]
    if (!after) {
      curve.push(...straight(curve[curve.length - 1], corner))
      continue
    }
    const r = Math.min(radius, distance(before, corner) / 2, distance(corner, after) / 2)
    const [start, end] = [towards(corner, before, r), towards(corner, after, r)]
    curve.push(...straight(curve[curve.length - 1], start))
    curve.push(towards(start, corner, r * QUARTER), towards(end, corner, r * QUARTER), end)
  }
  return curve
}

const straight = (from: Point, to: Point): Point[] => [from, to, to]

const distance = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y)

function towards(from: Point, to: Point, by: number): Point {
  const part = by / (distance(from, to) || 1)
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
}
