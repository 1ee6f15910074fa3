import type { Mode } from '../../autodiff/pass.ts'
import type { Direction, Point } from '../../layout/layout.ts'

/** What a node is drawn as. */
export type Kind = 'input' | 'data' | 'param' | 'constant' | 'primitive'

export interface Drawn {
  readonly kind: Kind
  readonly output: boolean
}

/** Sizes in px at 100 %. From the centre of a node to its border: */
const PRIMITIVE = { x: 38, y: 38 }
const INPUT = { x: 36, y: 34 }
const CONSTANT = { x: 29, y: 17 }
export const RING = 6
export const CHIP = { height: 25, room: 88, gap: 9 } as const
/** Where the flow goes up, chip and name stand beside the shoulder of a node, clear of the ring that marks it. */
const SHOULDER = { x: 5, y: 20 }
/** Names have no ground of their own, and no round end. */
const CLEAR = 4
/** Room above and below nodes where the flow goes up, so that the partials on short edges can be read. */
const AIR = 14

export const isRound = (kind: Kind) => kind === 'primitive'
export const halfOf = (kind: Kind) => (kind === 'primitive' ? PRIMITIVE : kind === 'constant' ? CONSTANT : INPUT)

/** From the centre to where edges end. */
export function borderOf({ kind, output }: Drawn): Point {
  const { x, y } = halfOf(kind)
  const ring = output ? RING : 0
  return { x: x + ring, y: y + ring }
}

/** What chip and name take beside a node. */
export const asideIn = (direction: Direction) => (direction === 'up' ? SHOULDER.x + CHIP.room : 0)

/** The room that a node takes: chip and name stand above and below where the flow goes right, beside it where it goes up. */
export function roomOf(figure: Drawn, direction: Direction): { width: number; height: number } {
  const { x, y } = borderOf(figure)
  const [width, height] = [2 * x, 2 * y]
  const bare = figure.kind === 'constant'
  if (direction === 'up') return { width: bare ? width : width + asideIn(direction), height: height + AIR }
  if (bare) return { width, height }
  return { width: Math.max(width, CHIP.room), height: height + 2 * (CHIP.gap + CHIP.height) }
}

/** From the middle of a node's room to its centre. */
export const centreIn = ({ kind }: Drawn, direction: Direction): Point =>
  direction === 'up' && kind !== 'constant' ? { x: -asideIn(direction) / 2, y: 0 } : { x: 0, y: 0 }

export interface Beside extends Point {
  readonly anchor: 'middle' | 'start'
}

/** Where the chip stands, from the node's centre: tangents on top, adjoints below. */
export const chipAt = (figure: Drawn, side: Mode, direction: Direction) => beside(figure, direction, side === 'forward')

/** Where the node's name stands: opposite the chip. */
export function nameAt(figure: Drawn, side: Mode, direction: Direction): Beside {
  const place = beside(figure, direction, side === 'reverse')
  return direction === 'up' ? { ...place, x: place.x + CLEAR } : place
}

function beside(figure: Drawn, direction: Direction, top: boolean): Beside {
  const { x, y } = borderOf(figure)
  const sign = top ? -1 : 1
  if (direction === 'right') return { x: 0, y: sign * (y + CHIP.gap + CHIP.height / 2), anchor: 'middle' }
  return { x: x + SHOULDER.x + (isRound(figure.kind) ? 0 : 3), y: sign * SHOULDER.y, anchor: 'start' }
}

/** Width of a character of the number font, in parts of its size. */
const MONO = 0.6

export const widthOf = (text: string, size: number) => text.length * size * MONO

/** Text that is longer than its room is written smaller, never cut. */
export const sizeIn = (room: number, text: string, size: number) =>
  Math.min(size, Math.max(7, room / (text.length * MONO)))
