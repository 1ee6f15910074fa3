export type ChartPoint = readonly [x: number, y: number]

type Numbers = ArrayLike<number>

/** From one index to before another. */
type Stretch = readonly [from: number, to: number]

const stretchesOf = (length: number, count: number): Stretch[] =>
  Array.from({ length: count }, (_, i) => [Math.floor((i * length) / count), Math.floor(((i + 1) * length) / count)])

export const pointsOf = (xs: Numbers, ys: Numbers): ChartPoint[] =>
  Array.from({ length: xs.length }, (_, i) => [xs[i], ys[i]] as const)

/** At most so many points: the lowest and the highest of each stretch, so that no peak is lost. */
export function thinned(xs: Numbers, ys: Numbers, most: number): ChartPoint[] {
  if (xs.length <= most) return pointsOf(xs, ys)
  return stretchesOf(xs.length, Math.floor(most / 2)).flatMap((stretch) => extremes(xs, ys, stretch))
}

function extremes(xs: Numbers, ys: Numbers, [from, to]: Stretch): ChartPoint[] {
  let [low, high] = [from, from]
  for (let i = from; i < to; i++) {
    if (ys[i] < ys[low]) low = i
    if (ys[i] > ys[high]) high = i
  }
  const ends = low === high ? [low] : [Math.min(low, high), Math.max(low, high)]
  return ends.map((i) => [xs[i], ys[i]])
}

/** At most so many points: the mean of each stretch, at its end. With `isLog` the mean of powers of ten: the geometric one. */
export function averaged(xs: Numbers, ys: Numbers, most: number, isLog: boolean): ChartPoint[] {
  if (xs.length <= most) return pointsOf(xs, ys)
  return stretchesOf(xs.length, most).map((stretch) => [xs[stretch[1] - 1], meanOf(ys, stretch, isLog)])
}

/** Of what is finite, or has a logarithm that is; NaN where nothing is. */
function meanOf(ys: Numbers, [from, to]: Stretch, isLog: boolean): number {
  let [sum, count] = [0, 0]
  for (let i = from; i < to; i++) {
    const y = isLog ? Math.log(ys[i]) : ys[i]
    if (!Number.isFinite(y)) continue
    sum += y
    count++
  }
  return isLog ? Math.exp(sum / count) : sum / count
}

/** The first of the points, and each that is so far from the last one taken. */
export function apart(points: readonly ChartPoint[], distance: number): ChartPoint[] {
  const taken: ChartPoint[] = []
  for (const [x, y] of points) {
    const last = taken.at(-1)
    if (!last || Math.hypot(x - last[0], y - last[1]) >= distance) taken.push([x, y])
  }
  return taken
}

/** At most so many of the items, spread evenly over them. */
export const evenly = <Item>(items: readonly Item[], most: number): Item[] =>
  items.length <= most ? [...items] : stretchesOf(items.length, most).map(([from]) => items[from])
