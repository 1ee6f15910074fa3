import { bezier } from '../curve.ts'
import type { Box, Layout, LayoutOptions, Point, Wire } from '../layout.ts'
import { layOut } from '../pipeline.ts'
import { type Folding, folded } from './fold.ts'
import { rounded } from './rounded.ts'

/** Room in px between the lines of a picture and beside them, where wires turn, and between such wires. */
const BETWEEN_LINES = 72
const BESIDE = 36
const LANE = 7

/** The blocks in their places, and the curves of the wires between them. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly centres: readonly Point[]
  readonly curves: readonly (readonly Point[])[]
}

/** The layout of the blocks as if each were a node, in lines where it would be a long strip; groups stay together in a line. */
export function pictureOf(
  boxes: readonly Box[],
  wires: readonly Wire[],
  groups: readonly number[],
  ratio: number,
  options: LayoutOptions,
): Picture {
  const { direction } = options
  const layout = layOut(boxes, wires, { ...options, late: true })
  const lines = { direction, ratio, groups, between: BETWEEN_LINES, beside: BESIDE }
  const folding = folded(layout, boxes, wires, lines)
  if (!folding) return { ...layout, curves: layout.routes.map((route) => bezier(route, direction)) }
  const { width, height, line, moved } = folding
  let turns = 0
  return {
    ...{ width, height },
    centres: layout.centres.map((centre, v) => moved(centre, line[v])),
    curves: layout.routes.map((route, w) => {
      const [first, last] = [line[wires[w].from], line[wires[w].to]]
      if (first < last) return turned(layout, folding, route, first, last, LANE * (turns++ % 5))
      return bezier(
        route.map((bend) => moved(bend, first)),
        direction,
      )
    }),
  }
}

/** A wire from one line to a later one: along its line, back through the room before the other, and along that. */
function turned(
  { direction, width, height }: Layout,
  { begins, ends, moved, between }: Folding,
  route: readonly Point[],
  first: number,
  last: number,
  lane: number,
): Point[] {
  const alongOf = ({ x, y }: Point) => (direction === 'right' ? x : height - y)
  const length = direction === 'right' ? width : height
  const at = (along: number, point: Point): Point =>
    direction === 'right' ? { x: along, y: point.y } : { x: point.x, y: length - along }
  const start = route.filter((bend, i) => i === 0 || alongOf(bend) <= ends[first])
  const end = route.filter((bend, i) => i === route.length - 1 || alongOf(bend) >= begins[last])
  // Beside the lines that it passes, so far along the flow of the whole.
  const passed = ends.slice(first, last).map((lineEnd, k) => lineEnd - begins[first + k])
  const out = BESIDE + Math.max(...passed) + BESIDE / 3 + lane
  const into = BESIDE - BESIDE / 3 - lane
  const turns = [
    moved(start[start.length - 1], first),
    moved(at(out + begins[first] - BESIDE, start[start.length - 1]), first),
    between(out, last),
    between(into, last),
    moved(at(into + begins[last] - BESIDE, end[0]), last),
    moved(end[0], last),
  ]
  const curve = (bends: readonly Point[], line: number) =>
    bezier(
      bends.map((bend) => moved(bend, line)),
      direction,
    )
  return [...curve(start, first), ...rounded(turns, (2 * BESIDE) / 3).slice(1), ...curve(end, last).slice(1)]
}
