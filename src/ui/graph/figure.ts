import type { Mode } from '../../autodiff/pass.ts'
import type { Direction, Point } from '../../layout/layout.ts'
import type { Shape } from '../../primitives/shape.ts'
import { type Extent, type Grid, gridOf } from './heat/grid.ts'

/** What a node is drawn as. */
export type Kind = 'input' | 'data' | 'param' | 'constant' | 'primitive' | 'module'

export interface Drawn {
  readonly kind: Kind
  readonly output: boolean
  readonly shape: Shape
  /** Whether a definition names it. */
  readonly named?: boolean
  /** Chips in a stack, where passes leave more than one derivative; else 1. */
  readonly chips?: number
}

/** Sizes in px at 100 %. From the centre of a node to its border: */
const PRIMITIVE = { x: 38, y: 38 }
const INPUT = { x: 36, y: 34 }
const CONSTANT = { x: 29, y: 17 }
const MODULE = { x: 50, y: 34 }
const HALVES: Readonly<Record<Kind, Point>> = {
  ...{ input: INPUT, data: INPUT, param: INPUT },
  ...{ constant: CONSTANT, primitive: PRIMITIVE, module: MODULE },
}
/** Heat maps are this large at most; those of round nodes, and of others. */
const ROUND_ROOM = { width: 62, height: 56 }
const ROOM = { width: 80, height: 62 }
/** A heat map stands so far below the middle, to leave room for the symbol. */
const BELOW = { round: 9, other: 10, constant: 0 }
/** Between a heat map and the border, and above it for the symbol. */
const AROUND = 8
const LEAST_RADIUS = 44

/** Radius of a primitive of numbers: how much of nodes can be made out goes by it. */
export const RADIUS = PRIMITIVE.x
export const RING = 6
export const CHIP = { height: 25, room: 88, gap: 9 } as const
/** A chip's heat map is so much smaller than the node's; beside it stands its sign. */
export const CHIP_SCALE = 0.85
export const CHIP_SIGN = 20
export const CHIP_PADDING = 7
/** Where the flow goes up, chip and name stand beside the shoulder of a node, clear of the ring that marks it. */
const SHOULDER = { x: 5, y: 20 }
/** The same of names of arrays, which are higher, and whose chip takes the whole shoulder. */
const ARRAY_NAME = 36
/** Names have no ground of their own, and no round end. */
const CLEAR = 4
/** Room above and below nodes where the flow goes up, so that the partials on short edges can be read. */
const AIR = 14
/** The same beside arrays where it goes right: what their local Jacobians are made of takes words. */
const ARRAY_AIR = 30

/** A constant has no derivative, and seldom a name: nothing stands beside it. */
const isBare = ({ kind, named }: Drawn) => kind === 'constant' && !named

export const isRound = (kind: Kind) => kind === 'primitive'

/** How the node's array is laid out as cells; null for numbers. */
export function gridIn({ kind, shape }: Drawn): Grid | null {
  if (shape.length === 0) return null
  return gridOf(shape, isRound(kind) ? ROUND_ROOM : ROOM)
}

/** From the centre of the node to the middle of its heat map. */
export const gridMiddle = ({ kind }: Drawn): number =>
  BELOW[isRound(kind) ? 'round' : kind === 'constant' ? 'constant' : 'other']

export function halfOf(figure: Drawn): Point {
  const grid = gridIn(figure)
  const least = HALVES[figure.kind]
  if (!grid) return least
  const below = gridMiddle(figure)
  const [x, y] = [grid.width / 2, below + grid.height / 2]
  if (figure.kind === 'constant') return { x: x + AROUND, y: y + AROUND }
  if (!isRound(figure.kind)) return { x: Math.max(least.x, x + AROUND), y: Math.max(least.y, y + AROUND) }
  const radius = Math.max(LEAST_RADIUS, Math.hypot(x, y) + AROUND / 2)
  return { x: radius, y: radius }
}

/** From the centre to where edges end. */
export function borderOf(figure: Drawn): Point {
  const { x, y } = halfOf(figure)
  const ring = figure.output ? RING : 0
  return { x: x + ring, y: y + ring }
}

/** The room of the node's chip: an array's is a heat map with the grid of its value. */
export function chipExtent(figure: Drawn): Extent {
  const grid = gridIn(figure)
  if (!grid) return { width: CHIP.room, height: CHIP.height }
  return {
    width: grid.width * CHIP_SCALE + CHIP_SIGN + 2 * CHIP_PADDING,
    height: grid.height * CHIP_SCALE + 2 * CHIP_PADDING,
  }
}

/** Between the chips of a stack. */
const STACKED = 3
/** How much higher the chips are than one. */
const stackIn = (figure: Drawn) => ((figure.chips ?? 1) - 1) * (chipExtent(figure).height + STACKED)
/** How high chips and name are together. */
const columnOf = (figure: Drawn) => CHIP.height + STACKED + chipExtent(figure).height + stackIn(figure)
const isStacked = (figure: Drawn) => figure.chips !== undefined && figure.chips > 1

/** What chip and name take beside a node. */
const asideOf = (figure: Drawn) => SHOULDER.x + Math.max(CHIP.room, chipExtent(figure).width)
export const asideIn = (direction: Direction) => (direction === 'up' ? SHOULDER.x + CHIP.room : 0)

/** The room that a node takes: chip and name stand above and below where the flow goes right, beside it where it goes up. */
export function roomOf(figure: Drawn, direction: Direction): { width: number; height: number } {
  const { x, y } = borderOf(figure)
  const [width, height] = [2 * x, 2 * y]
  const bare = isBare(figure)
  if (direction === 'up') {
    const column = isStacked(figure) && !bare ? columnOf(figure) : 0
    return { width: bare ? width : width + asideOf(figure), height: Math.max(height, column) + AIR }
  }
  if (bare) return { width, height }
  const chip = chipExtent(figure)
  const air = figure.shape.length > 0 ? ARRAY_AIR : 0
  const around = 2 * (CHIP.gap + chip.height) + stackIn(figure)
  return { width: Math.max(width + air, CHIP.room, chip.width), height: height + around }
}

/** From the middle of a node's room to its centre. */
export function centreIn(figure: Drawn, direction: Direction): Point {
  if (isBare(figure)) return { x: 0, y: 0 }
  return direction === 'up' ? { x: -asideOf(figure) / 2, y: 0 } : { x: 0, y: -stackIn(figure) / 2 }
}

export interface Beside extends Point {
  readonly anchor: 'middle' | 'start'
}

/** Where a chip stands, from the node's centre: tangents on top, adjoints below; in a stack one below the other. */
export function chipAt(figure: Drawn, side: Mode, direction: Direction, place = 0): Beside {
  const { height } = chipExtent(figure)
  if (isStacked(figure)) {
    const down = place * (height + STACKED) + height / 2
    const { y, ...rest } = beside(figure, direction, false, 0, 0)
    return { ...rest, y: down + (direction === 'right' ? y : CHIP.height + STACKED - columnOf(figure) / 2) }
  }
  const shoulder = figure.shape.length === 0 ? SHOULDER.y : borderOf(figure).y - height / 2
  return beside(figure, direction, side === 'forward', height, shoulder)
}

/** Where the node's name stands: opposite the chip. */
export function nameAt(figure: Drawn, side: Mode, direction: Direction): Beside {
  const single = figure.shape.length === 0 ? SHOULDER.y : ARRAY_NAME
  const shoulder = isStacked(figure) ? (columnOf(figure) - CHIP.height) / 2 : single
  const place = beside(figure, direction, side === 'reverse', CHIP.height, shoulder)
  return direction === 'up' ? { ...place, x: place.x + CLEAR } : place
}

function beside(figure: Drawn, direction: Direction, top: boolean, height: number, shoulder: number): Beside {
  const { x, y } = borderOf(figure)
  const sign = top ? -1 : 1
  if (direction === 'right') return { x: 0, y: sign * (y + CHIP.gap + height / 2), anchor: 'middle' }
  const isSmall = isRound(figure.kind) && figure.shape.length === 0
  return { x: x + SHOULDER.x + (isSmall ? 0 : 3), y: sign * shoulder, anchor: 'start' }
}

/** Width of a character of the number font, in parts of its size. */
const MONO = 0.6

export const widthOf = (text: string, size: number) => text.length * size * MONO

/** Text that is longer than its room is written smaller, never cut. */
export const sizeIn = (room: number, text: string, size: number) =>
  Math.min(size, Math.max(7, room / (text.length * MONO)))
