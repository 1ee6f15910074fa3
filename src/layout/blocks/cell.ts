import type { Box, Direction, LayoutOptions, Point, Wire } from '../layout.ts'
import { layOut } from '../pipeline.ts'
import { foldedIntoRows } from '../rows/fold.ts'

/** A few nodes that are connected, in a layered layout of their own. */
export interface Cell {
  readonly width: number
  readonly height: number
  /** By node: the centre of what is drawn. */
  readonly centres: readonly Point[]
  /** By wire; null where it was cut. */
  readonly routes: readonly (readonly Point[] | null)[]
}

/** Room in px before a node for the names of operands that stand elsewhere. */
const NAMES = { along: 66, across: 40 } as const

/** A node's box with that room. */
export function withNames(box: Box, direction: Direction): Box {
  const { x, y } = box.outline?.offset ?? { x: 0, y: 0 }
  const outline = box.outline ?? { shape: 'square', extent: { x: box.width / 2, y: box.height / 2 } }
  return direction === 'right'
    ? { ...box, width: box.width + NAMES.along, outline: { ...outline, offset: { x: x + NAMES.along / 2, y } } }
    : { ...box, height: box.height + NAMES.across, outline: { ...outline, offset: { x, y: y - NAMES.across / 2 } } }
}

/** Room in px between the lines of a cell. */
const BETWEEN_LINES = 24

/** Lays out a cell that is about so many times as wide as high; wires from line to line are cut. */
export function cellOf(boxes: readonly Box[], wires: readonly Wire[], ratio: number, options: LayoutOptions): Cell {
  const layout = layOut(boxes, wires, options)
  const cell = { ...layout, centres: layout.centres.map((centre, box) => drawnAt(centre, boxes[box])) }
  const folding = foldedIntoRows(cell, boxes, wires, {
    direction: options.direction,
    ratio,
    between: BETWEEN_LINES,
    beside: 0,
  })
  if (!folding) return cell
  const { width, height, line, moved } = folding
  return {
    ...{ width, height },
    centres: cell.centres.map((centre, v) => moved(centre, line[v])),
    routes: cell.routes.map((route, w) => {
      const { from, to } = wires[w]
      return line[from] === line[to] ? route.map((bend) => moved(bend, line[to])) : null
    }),
  }
}

function drawnAt({ x, y }: Point, { outline }: Box): Point {
  return { x: x + (outline?.offset?.x ?? 0), y: y + (outline?.offset?.y ?? 0) }
}
