import type { Box, Direction, Layout, Point, Wire } from '../layout.ts'
import { pointAt, roomOf } from '../room.ts'

/** A layout broken into lines, as text is. */
export interface FoldedRows {
  readonly width: number
  readonly height: number
  /** By node: its line. */
  readonly line: readonly number[]
  /** By line: where it begins and ends along the flow, as the layout was. */
  readonly begins: readonly number[]
  readonly ends: readonly number[]
  /** Where a point of the layout lies once it is in that line. */
  readonly moved: (point: Point, line: number) => Point
  /** The middle of the room before a line, so far along the flow of the whole. */
  readonly between: (along: number, line: number) => Point
}

export interface FoldOptions {
  readonly direction: Direction
  /** How many times as wide as high the whole is to be, about. */
  readonly ratio: number
  /** Room in px between two lines, and beside them. */
  readonly between: number
  readonly beside: number
  /** By node: its group, which stays in one line if possible; -1 for none. */
  readonly groups?: readonly number[]
  /** The wires of so many nodes may turn between two lines; more are a tangle. */
  readonly mostTurns?: number
}

type Unfolded = Pick<Layout, 'width' | 'height' | 'centres' | 'routes'>

/**
 * Breaks a layout that is far longer than wide into as many lines as make it largest in a frame of the ratio; null where
 * one is best. What only begins at the end of a line begins the next one instead, beside its consumers.
 */
export function foldedIntoRows(
  layout: Unfolded,
  boxes: readonly Box[],
  wires: readonly Wire[],
  options: FoldOptions,
): FoldedRows | null {
  const { ratio, mostTurns = Number.POSITIVE_INFINITY } = options
  const flow = alongFlow(layout, boxes, wires, options)
  const extent = ({ width, height }: FoldedRows) => Math.max(width, height * ratio)
  let best: FoldedRows | null = null
  let least = Math.max(layout.width, layout.height * ratio)
  for (let count = 2; count <= Math.min(flow.layers.length, MOST_LINES); count++) {
    const folding = foldedInto(count, flow, options)
    if (extent(folding) >= least || turnsOf(folding, wires) > mostTurns) continue
    best = folding
    least = extent(folding)
  }
  return best
}

const MOST_LINES = 40

/** The largest number of nodes whose wires turn between the same two lines. */
function turnsOf({ line, begins }: FoldedRows, wires: readonly Wire[]): number {
  const turning = begins.map(() => new Set<number>())
  for (const { from, to } of wires) for (let k = line[from]; k < line[to]; k++) turning[k].add(from)
  return Math.max(...turning.map(({ size }) => size))
}

/** A layout as its flow sees it. */
interface Flow {
  readonly length: number
  /** Where each layer begins and ends along the flow; and by node its own. */
  readonly layers: readonly Span[]
  readonly layer: readonly number[]
  /** By layer: whether a line may begin there without breaking a group. */
  readonly opens: readonly boolean[]
  /** What takes room across the flow: by node, then by bend of each wire, how far along. */
  readonly items: readonly Item[]
  readonly wires: readonly Wire[]
}

interface Span {
  begin: number
  end: number
}

interface Item {
  readonly node: number
  readonly along: number
  readonly from: number
  readonly to: number
}

function alongFlow(
  layout: Unfolded,
  boxes: readonly Box[],
  wires: readonly Wire[],
  { direction, groups = [] }: FoldOptions,
): Flow {
  const isRight = direction === 'right'
  const length = isRight ? layout.width : layout.height
  const turned = ({ x, y }: Point) => (isRight ? { along: x, across: y } : { along: length - y, across: x })
  const rooms = boxes.map((box) => roomOf(box, direction))
  const nodes = layout.centres.map((centre, node): Item => {
    const { along, across } = turned(centre)
    return { node, along, from: across - rooms[node].before, to: across + rooms[node].after }
  })
  const bends = layout.routes.flat().map((bend): Item => {
    const { along, across } = turned(bend)
    return { node: -1, along, from: across, to: across }
  })
  // The nodes of a layer have their centres in one line, but for rounding.
  const places = [...new Set(nodes.map(({ along }) => Math.round(along)))].sort((a, b) => a - b)
  const index = new Map(places.map((place, k) => [place, k]))
  const layer = nodes.map(({ along }) => index.get(Math.round(along)) as number)
  const layers = places.map(() => ({ begin: Number.POSITIVE_INFINITY, end: Number.NEGATIVE_INFINITY }))
  for (const { node, along } of nodes) {
    const own = layers[layer[node]]
    own.begin = Math.min(own.begin, along - rooms[node].back)
    own.end = Math.max(own.end, along + rooms[node].ahead)
  }
  return { length, layers, layer, opens: opensOf(layers.length, layer, groups), items: [...nodes, ...bends], wires }
}

function opensOf(count: number, layer: readonly number[], groups: readonly number[]): boolean[] {
  const spans = new Map<number, Span>()
  for (const [node, group] of groups.entries()) {
    if (group < 0) continue
    const { begin, end } = spans.get(group) ?? { begin: layer[node], end: layer[node] }
    spans.set(group, { begin: Math.min(begin, layer[node]), end: Math.max(end, layer[node]) })
  }
  const opens = new Array<boolean>(count).fill(true)
  for (const { begin, end } of spans.values()) opens.fill(false, begin + 1, end + 1)
  return opens
}

function foldedInto(count: number, flow: Flow, { direction, between, beside }: FoldOptions): FoldedRows {
  const isRight = direction === 'right'
  const { length, layers } = flow
  const firstLayers = breaks(flow, length / count)
  const line = linesOf(flow, firstLayers)
  // The first layer of a line may hold what has moved there from the end of the line before.
  const begins = firstLayers.map((first, k) => layers[k === 0 ? first : first - 1].begin)
  const ends = firstLayers.map((_, k) => layers[(firstLayers[k + 1] ?? layers.length) - 1].end)
  const total = Math.max(...ends.map((end, k) => end - begins[k])) + 2 * beside
  const { shift, tops, breadth } = stacked(flow, line, begins, ends, between)
  return {
    ...(isRight ? { width: total, height: breadth } : { width: breadth, height: total }),
    ...{ line, begins, ends },
    moved: (point, k) => {
      const [along, across] = isRight ? [point.x, point.y] : [length - point.y, point.x]
      return pointAt(along - begins[k] + beside, across + shift[k], direction, total)
    },
    between: (along, k) => pointAt(along, tops[k] - between / 2, direction, total),
  }
}

/** To keep a group together a line may be so much shorter, or longer, than others. */
const SHORTEST_LINE = 0.3
const LONGEST_LINE = 1.6

/** Which layer each line begins with, where lines have about this length. */
function breaks({ layers, opens }: Flow, length: number): number[] {
  const first = [0]
  for (let k = 1; k < layers.length; k++) {
    const start = first[first.length - 1]
    const reaches = (layer: number) => layers[layer].end - layers[start].begin
    if (k === start || reaches(k) <= length + 1) continue
    const [early, late] = [opens.lastIndexOf(true, k), opens.indexOf(true, k)]
    const isFilled = early > start && layers[early].begin - layers[start].begin > SHORTEST_LINE * length
    const isKept = reaches((late < 0 ? layers.length : late) - 1) <= LONGEST_LINE * length
    const next = isFilled ? early : isKept ? late : k
    if (next < 0) break
    first.push(next)
    k = next
  }
  return first
}

/** By node: its line. What ends a line and has no operands in it stands with its consumers, at the start of the next. */
function linesOf({ layer, layers, wires }: Flow, firstLayers: readonly number[]): number[] {
  let current = -1
  const lineOf = layers.map((_, k) => (firstLayers[current + 1] === k ? ++current : current))
  // No line is left empty.
  const moves = layer.map((k) => lineOf[k + 1] > lineOf[k] && lineOf[k - 1] === lineOf[k])
  for (const { from, to } of wires) if (lineOf[layer[from]] === lineOf[layer[to]]) moves[to] = false
  return layer.map((k, v) => lineOf[k] + (moves[v] ? 1 : 0))
}

/** The lines one below the other: how far each moves across the flow, and where it starts. */
function stacked(
  { items }: Flow,
  line: readonly number[],
  begins: readonly number[],
  ends: readonly number[],
  between: number,
) {
  const [least, most] = [begins.map(() => Number.POSITIVE_INFINITY), begins.map(() => Number.NEGATIVE_INFINITY)]
  const widen = (k: number, { from, to }: Item) => {
    least[k] = Math.min(least[k], from)
    most[k] = Math.max(most[k], to)
  }
  for (const item of items) {
    if (item.node >= 0) widen(line[item.node], item)
    else for (const [k, begin] of begins.entries()) if (item.along >= begin && item.along <= ends[k]) widen(k, item)
  }
  const tops: number[] = []
  let breadth = 0
  for (const [k, start] of least.entries()) {
    tops.push(breadth)
    breadth += most[k] - start + between
  }
  return { tops, shift: tops.map((top, k) => top - least[k]), breadth: breadth - between }
}
