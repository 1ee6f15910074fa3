import type { Point } from '../../../layout/layout.ts'

type Real = (x: number) => number

/** Halvings that tell a steep slope from a jump: the one flattens, the other stays. */
const HALVINGS = 24

/** Whether the function jumps between two places: the difference does not shrink with the distance. */
function jumps(f: Real, a: Point, b: Point): boolean {
  let [left, right] = [a, b]
  for (let i = 0; i < HALVINGS; i++) {
    const x = (left.x + right.x) / 2
    const middle = { x, y: f(x) }
    if (Number.isNaN(middle.y)) return true
    if (Math.abs(middle.y - left.y) > Math.abs(right.y - middle.y)) right = middle
    else left = middle
  }
  return Math.abs(right.y - left.y) > Math.abs(b.y - a.y) / 2
}

/** The graph of a function as connected pieces: it breaks at jumps, at poles, and where there is no value. */
export function pieces(f: Real, [from, to]: readonly [number, number], count: number): Point[][] {
  const found: Point[][] = [[]]
  for (let i = 0; i <= count; i++) {
    const x = from + ((to - from) * i) / count
    const point = { x, y: f(x) }
    const piece = found[found.length - 1]
    const last = piece[piece.length - 1]
    if (!Number.isFinite(point.y)) found.push([])
    else if (last && last.y !== point.y && jumps(f, last, point)) found.push([point])
    else piece.push(point)
  }
  return found.filter((piece) => piece.length > 1)
}

/** The interval of values to show: all of them, but no more than where most lie, so that a pole does not flatten the rest. */
export function heights(points: readonly Point[]): [number, number] {
  const sorted = points.map(({ y }) => y).sort((a, b) => a - b)
  if (sorted.length === 0) return [-1, 1]
  const [least, most] = [sorted[0], sorted[sorted.length - 1]]
  const [low, high] = [0.1, 0.9].map((part) => sorted[Math.floor(part * (sorted.length - 1))])
  const margin = Math.max(1.5 * (high - low), 0.5)
  return [Math.max(least, low - margin), Math.min(most, high + margin)]
}
