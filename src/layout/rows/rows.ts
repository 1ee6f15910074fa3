import { bezier } from '../curve.ts'
import type { Box, Layout, LayoutOptions, Point, Wire } from '../layout.ts'
import { layOut } from '../pipeline.ts'
import { type FoldedRows, foldedIntoRows } from './fold.ts'
import { rounded } from './rounded.ts'

/** Room in px between the lines of a picture and beside them, where wires turn, and between such wires. */
interface RowSpacing {
  readonly between: number
  readonly beside: number
  readonly lane: number
}

export interface RowOptions extends LayoutOptions {
  /** How many times as wide as high the whole is to be, about. */
  readonly ratio: number
  readonly rows: RowSpacing
  /** By box: its group, which stays in one line if possible; -1 for none. */
  readonly groups: readonly number[]
}

/** A layered layout in lines, as text is, where it would be a long strip: wires turn at the end of a line. */
export function layOutInRows(boxes: readonly Box[], wires: readonly Wire[], options: RowOptions): Layout {
  const { direction, ratio, groups, rows } = options
  const layout = layOut(boxes, wires, options)
  const offset = (box: number): Point => boxes[box].outline?.offset ?? { x: 0, y: 0 }
  const drawn = layout.centres.map(({ x, y }, box) => ({ x: x + offset(box).x, y: y + offset(box).y }))
  const folding = foldedIntoRows({ ...layout, centres: drawn }, boxes, wires, {
    direction,
    ratio,
    groups,
    mostTurns: MOST_TURNS,
    ...rows,
  })
  if (!folding) return layout
  const { width, height, line, moved } = folding
  const lane = lanes()
  const curves = layout.routes.map((route, w) => {
    const [first, last] = [line[wires[w].from], line[wires[w].to]]
    if (first < last) return turned(layout, folding, rows, route, first, last, lane(wires[w].from))
    return bezier(
      route.map((bend) => moved(bend, first)),
      direction,
    )
  })
  const centres = drawn.map((centre, box) => {
    const { x, y } = moved(centre, line[box])
    return { x: x - offset(box).x, y: y - offset(box).y }
  })
  return { ...layout, width, height, centres, curves }
}

/** The wires of so many nodes may turn between two rows. */
const MOST_TURNS = 4
/** So many ways lie beside each other. */
const LANES = 5

/** By node: where its wires turn; they share a way. */
function lanes(): (from: number) => number {
  const turns = new Map<number, number>()
  return (from) => {
    const turn = turns.get(from) ?? turns.size
    turns.set(from, turn)
    return turn % LANES
  }
}

/** A wire from one line to a later one: along its line, back through the room before the other, and along that. */
function turned(
  { direction, width, height }: Layout,
  { begins, ends, moved, between }: FoldedRows,
  { beside, lane }: RowSpacing,
  route: readonly Point[],
  first: number,
  last: number,
  turn: number,
): Point[] {
  const alongOf = ({ x, y }: Point) => (direction === 'right' ? x : height - y)
  const length = direction === 'right' ? width : height
  const at = (along: number, point: Point): Point =>
    direction === 'right' ? { x: along, y: point.y } : { x: point.x, y: length - along }
  const start = route.filter((bend, i) => i === 0 || alongOf(bend) <= ends[first])
  const end = route.filter((bend, i) => i === route.length - 1 || alongOf(bend) >= begins[last])
  // Beside the lines that it passes, so far along the flow of the whole.
  const passed = ends.slice(first, last).map((lineEnd, k) => lineEnd - begins[first + k])
  const out = beside + Math.max(...passed) + beside / 3 + lane * turn
  const into = beside - beside / 3 - lane * turn
  const turns = [
    moved(start[start.length - 1], first),
    moved(at(out + begins[first] - beside, start[start.length - 1]), first),
    between(out, last),
    between(into, last),
    moved(at(into + begins[last] - beside, end[0]), last),
    moved(end[0], last),
  ]
  const curve = (bends: readonly Point[], line: number) =>
    bezier(
      bends.map((bend) => moved(bend, line)),
      direction,
    )
  return [...curve(start, first), ...rounded(turns, (2 * beside) / 3).slice(1), ...curve(end, last).slice(1)]
}
