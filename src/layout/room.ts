import type { Box, Direction, Point } from './layout.ts'

/** The room of a box as the flow sees it, from the centre of what is drawn in it, in px. */
export interface Room {
  /** Across the flow: up or left of the centre, and down or right of it. */
  readonly before: number
  readonly after: number
  /** Along the flow: against it and with it. */
  readonly back: number
  readonly ahead: number
  /** From the centre to the drawn border, across and along. */
  readonly across: number
  readonly along: number
  readonly round: boolean
}

const NONE: Point = { x: 0, y: 0 }

export function roomOf(box: Box, direction: Direction): Room {
  const { x, y } = box.outline?.offset ?? NONE
  const extent = box.outline?.extent ?? { x: box.width / 2, y: box.height / 2 }
  const round = box.outline?.shape === 'circle'
  const [left, right] = [box.width / 2 + x, box.width / 2 - x]
  const [top, bottom] = [box.height / 2 + y, box.height / 2 - y]
  return direction === 'right'
    ? { before: top, after: bottom, back: left, ahead: right, across: extent.y, along: extent.x, round }
    : { before: left, after: right, back: bottom, ahead: top, across: extent.x, along: extent.y, round }
}

/** The place on the plane of a place along and across the flow, in a picture of that length. */
export const pointAt = (along: number, across: number, direction: Direction, length: number): Point =>
  direction === 'right' ? { x: along, y: across } : { x: across, y: length - along }

export const acrossOf = (point: Point, direction: Direction): number => (direction === 'right' ? point.y : point.x)

/** How far the border stands from the centre along the flow, at a distance across it: round ends are half circles. */
export function borderAt({ round, along, across }: Room, distance: number): number {
  if (!round) return along
  const radius = Math.min(along, across)
  const beyond = Math.max(0, Math.abs(distance) - (across - radius))
  return along - radius + Math.sqrt(Math.max(0, radius ** 2 - beyond ** 2))
}
