import type { Point } from '../layout/layout.ts'
import { type Pen, pathData } from './pen.ts'

/** Cubic Béziers one after another: a point, then two controls and a point for each piece. */
export type Curve = readonly Point[]

export function drawCurve(pen: Pick<Pen, 'moveTo' | 'bezierCurveTo'>, curve: Curve): void {
  if (curve.length === 0) return
  pen.moveTo(curve[0].x, curve[0].y)
  for (let i = 1; i + 2 < curve.length; i += 3)
    pen.bezierCurveTo(curve[i].x, curve[i].y, curve[i + 1].x, curve[i + 1].y, curve[i + 2].x, curve[i + 2].y)
}

/** As the `d` of an SVG path. */
export const pathOf = (curve: Curve): string => pathData((pen) => drawCurve(pen, curve))

/** Points along the curve at even distances, so that a pulse moves at an even pace. */
export function sampled(curve: Curve, count: number): Point[] {
  const dense = densely(curve)
  const lengths = [0]
  for (let i = 1; i < dense.length; i++) lengths.push(lengths[i - 1] + distance(dense[i - 1], dense[i]))
  const total = lengths[lengths.length - 1]
  let piece = 1
  return Array.from({ length: count }, (_, i) => {
    const wanted = (total * i) / (count - 1)
    while (piece < dense.length - 1 && lengths[piece] < wanted) piece += 1
    const span = lengths[piece] - lengths[piece - 1]
    return between(dense[piece - 1], dense[piece], span > 0 ? (wanted - lengths[piece - 1]) / span : 0)
  })
}

const PIECES = 12

function densely(curve: Curve): Point[] {
  const points = [curve[0]]
  for (let i = 0; i + 3 < curve.length; i += 3)
    for (let k = 1; k <= PIECES; k++)
      points.push(onBezier(curve[i], curve[i + 1], curve[i + 2], curve[i + 3], k / PIECES))
  return points
}

export function onBezier(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const s = 1 - t
  const [wa, wb, wc, wd] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t]
  return { x: wa * a.x + wb * b.x + wc * c.x + wd * d.x, y: wa * a.y + wb * b.y + wc * c.y + wd * d.y }
}

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)

export const between = (a: Point, b: Point, t: number): Point => ({
  x: a.x + (b.x - a.x) * t,
  y: a.y + (b.y - a.y) * t,
})

/** The place at a part of the way along evenly sampled points. */
export function along(points: readonly Point[], part: number): Point {
  const place = Math.min(1, Math.max(0, part)) * (points.length - 1)
  const index = Math.min(points.length - 2, Math.floor(place))
  return between(points[index], points[index + 1], place - index)
}
