import type { Point } from '../../src/layout/layout.ts'
import { HEIGHT, type Picture, WIDTH } from './engines.ts'
import type { Graph } from './graphs.ts'

interface Segment {
  readonly a: Point
  readonly b: Point
  readonly from: number
  readonly to: number
}

export interface Measures {
  /** Points where lines of different wires cross; a line that several wires share counts once. */
  readonly crossings: number
  readonly overlaps: number
  /** Pairs of a wire and a node that it runs through. */
  readonly through: number
  /** Binary nodes whose first operand arrives from below the second, in per cent. */
  readonly inverted: number
}

/** The wires as polylines from the middle of the operand's side over their bends to the consumer's slot. */
function polylines({ operands }: Graph, { centres, bends }: Picture): { line: Point[]; from: number; to: number }[] {
  return operands.flatMap((read, to) =>
    read.map((from, slot) => {
      const start = { x: centres[from].x + WIDTH / 2, y: centres[from].y }
      const part = (slot + 1) / (read.length + 1) - 0.5
      const end = { x: centres[to].x - WIDTH / 2, y: centres[to].y + part * HEIGHT }
      const between = bends[to][slot].filter(({ x }) => x > start.x + 0.5 && x < end.x - 0.5)
      return { line: [start, ...between, end], from, to }
    }),
  )
}

const segmentsOf = (graph: Graph, picture: Picture): Segment[] =>
  polylines(graph, picture)
    .flatMap(({ line, from, to }) => line.slice(1).map((b, i) => ({ a: line[i], b, from, to })))
    .sort((s, t) => s.a.x - t.a.x)

/** Where two segments cross, inside both. */
function crossing(s: Segment, t: Segment): Point | null {
  const [dx, dy, ex, ey] = [s.b.x - s.a.x, s.b.y - s.a.y, t.b.x - t.a.x, t.b.y - t.a.y]
  const turn = dx * ey - dy * ex
  if (Math.abs(turn) < 1e-9) return null
  const [gx, gy] = [t.a.x - s.a.x, t.a.y - s.a.y]
  const [p, q] = [(gx * ey - gy * ex) / turn, (gx * dy - gy * dx) / turn]
  const inside = (part: number) => part > 1e-6 && part < 1 - 1e-6
  return inside(p) && inside(q) ? { x: s.a.x + p * dx, y: s.a.y + p * dy } : null
}

function crossingsOf(segments: readonly Segment[]): number {
  const found = new Set<string>()
  let open: Segment[] = []
  for (const s of segments) {
    open = open.filter((t) => t.b.x > s.a.x)
    for (const t of open) {
      if (s.from === t.from) continue
      const point = crossing(s, t)
      if (!point) continue
      const values = s.from < t.from ? `${s.from} ${t.from}` : `${t.from} ${s.from}`
      found.add(`${values} ${Math.round(point.x / 2)} ${Math.round(point.y / 2)}`)
    }
    open.push(s)
  }
  return found.size
}

function runsThrough({ a, b }: Segment, { x, y }: Point): boolean {
  const [left, right] = [Math.max(a.x, x - WIDTH / 2 + 2), Math.min(b.x, x + WIDTH / 2 - 2)]
  if (left > right) return false
  const at = (along: number) => a.y + ((b.y - a.y) * (along - a.x)) / (b.x - a.x || 1)
  const [low, high] = [Math.min(at(left), at(right)), Math.max(at(left), at(right))]
  return high > y - HEIGHT / 2 + 2 && low < y + HEIGHT / 2 - 2
}

export function measure(graph: Graph, picture: Picture): Measures {
  const { centres } = picture
  const segments = segmentsOf(graph, picture)
  let [overlaps, through] = [0, 0]
  centres.forEach((c, v) => {
    for (const d of centres.slice(0, v))
      if (Math.abs(c.x - d.x) < WIDTH - 1 && Math.abs(c.y - d.y) < HEIGHT - 1) overlaps += 1
    for (const s of segments) if (s.from !== v && s.to !== v && runsThrough(s, c)) through += 1
  })
  return { crossings: crossingsOf(segments), overlaps, through, inverted: invertedOf(graph, picture) }
}

function invertedOf(graph: Graph, picture: Picture): number {
  const lines = polylines(graph, picture)
  const arrival = (to: number, slot: number) => {
    const { line } = lines.filter((wire) => wire.to === to)[slot]
    return line[line.length - 2].y
  }
  const binary = [...graph.operands.keys()].filter((v) => new Set(graph.operands[v]).size === 2)
  const inverted = binary.filter((v) => arrival(v, 0) > arrival(v, 1) + 1)
  return binary.length === 0 ? 0 : (100 * inverted.length) / binary.length
}

/** Mean movement across the flow in px, and the nodes that moved by more than 8 px in per cent; a shift of all does not count. */
export function movement(before: Picture, after: Picture): { mean: number; moved: number } {
  const by = before.centres.map(({ y }, v) => after.centres[v].y - y)
  const common = [...by].sort((a, b) => a - b)[by.length >> 1]
  const distances = by.map((y) => Math.abs(y - common))
  return {
    mean: distances.reduce((sum, d) => sum + d, 0) / by.length,
    moved: (100 * distances.filter((d) => d > 8).length) / by.length,
  }
}
