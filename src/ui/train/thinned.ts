export type Point = readonly [x: number, y: number]

export const pointsOf = (xs: ArrayLike<number>, ys: ArrayLike<number>): Point[] =>
  Array.from({ length: xs.length }, (_, i) => [xs[i], ys[i]] as const)

/** At most so many of the points: the lowest and the highest of each stretch, so that no peak is lost, and the last. */
export function thinned(points: readonly Point[], most: number): readonly Point[] {
  if (points.length <= most) return points
  const stretches = Math.max(1, Math.floor((most - 1) / 2))
  const kept: Point[] = []
  for (let i = 0; i < stretches; i++) {
    const from = Math.floor((i * points.length) / stretches)
    const to = Math.floor(((i + 1) * points.length) / stretches)
    kept.push(...extremes(points.slice(from, to)))
  }
  const last = points[points.length - 1]
  return kept[kept.length - 1] === last ? kept : [...kept, last]
}

function extremes(points: readonly Point[]): readonly Point[] {
  const low = points.reduce((best, point) => (point[1] < best[1] ? point : best))
  const high = points.reduce((best, point) => (point[1] > best[1] ? point : best))
  if (low === high) return [low]
  return low[0] < high[0] ? [low, high] : [high, low]
}
