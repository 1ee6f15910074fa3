import type { Direction, Layout, Point } from './layout.ts'

/** How far along the flow the controls stand from the ends of a piece: further than at the thirds makes it rounder. */
const REACH = 0.42

/**
 * A route as cubic Béziers one after another: a point, then two controls and a point for each piece. It leaves and
 * enters along the flow, runs straight along trunks, and nowhere overshoots its bends.
 */
export function bezier(route: readonly Point[], direction: Direction): Point[] {
  const turned = direction === 'up'
  const points = turned ? route.map(turn) : route
  const slopes = slopesOf(points)
  const curve = [points[0]]
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]]
    const reach = Math.abs(b.x - a.x) * REACH
    curve.push({ x: a.x + reach, y: a.y + reach * slopes[i - 1] }, { x: b.x - reach, y: b.y - reach * slopes[i] }, b)
  }
  return turned ? curve.map(turn) : curve
}

/** By wire: its way as it is drawn. */
export const curvesOf = ({ curves, routes, direction }: Layout): readonly (readonly Point[])[] =>
  curves ?? routes.map((route) => bezier(route, direction))

const turn = ({ x, y }: Point): Point => ({ x: -y, y: -x })

/** Level at the ends and at turning points, else the harmonic mean of both sides, which keeps the curve monotone (Fritsch and Butland, 1984). */
function slopesOf(points: readonly Point[]): number[] {
  const rise = (i: number) => (points[i + 1].y - points[i].y) / (points[i + 1].x - points[i].x)
  return points.map((_, i) => {
    if (i === 0 || i === points.length - 1) return 0
    const [before, after] = [rise(i - 1), rise(i)]
    return before * after > 0 ? (2 * before * after) / (before + after) : 0
  })
}
