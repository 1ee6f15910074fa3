import type { Point } from '../layout/layout.ts'
import type { Anatomy, Drawn } from './figure.ts'
import type { Pen } from './pen.ts'

/** Draws the border of a node about its centre, grown on all sides by so many px. */
export function drawOutline(
  pen: Pen,
  { half, corner }: Pick<Anatomy, 'half' | 'corner'>,
  at: Point,
  grow: number,
): void {
  const [x, y] = [half.x + grow, half.y + grow]
  const radius = Math.min(corner + grow, x, y)
  if (radius === x && radius === y) {
    pen.moveTo(at.x + radius, at.y)
    pen.arc(at.x, at.y, radius, 0, 2 * Math.PI)
    pen.closePath()
  } else drawRoundedBox(pen, at.x - x, at.y - y, 2 * x, 2 * y, radius)
}

/** Draws a box with round corners. */
export function drawRoundedBox(pen: Pen, x: number, y: number, width: number, height: number, radius: number): void {
  const r = Math.min(radius, width / 2, height / 2)
  const quarter = Math.PI / 2
  pen.moveTo(x + r, y)
  pen.lineTo(x + width - r, y)
  pen.arc(x + width - r, y + r, r, -quarter, 0)
  pen.lineTo(x + width, y + height - r)
  pen.arc(x + width - r, y + height - r, r, 0, quarter)
  pen.lineTo(x + r, y + height)
  pen.arc(x + r, y + height - r, r, quarter, 2 * quarter)
  pen.lineTo(x, y + r)
  pen.arc(x + r, y + r, r, 2 * quarter, 3 * quarter)
  pen.closePath()
}

/** Relative to the figure's height: how deep the head of data is, and how large the knob of a parameter. */
const HEAD = 0.18
const KNOB = 0.16

/** What a leaf is for, on its border: data has the head of a table, a parameter the knob of a slider. */
export function drawRoleMark(
  pen: Pen,
  { kind }: Pick<Drawn, 'kind'>,
  { half }: Pick<Anatomy, 'half'>,
  at: Point,
): void {
  if (kind === 'data') pen.rect(at.x - half.x, at.y - half.y, 2 * half.x, Math.min(6, HEAD * 2 * half.y))
  if (kind !== 'param') return
  // Nothing flows into a leaf, and nothing is written there.
  const [x, y, radius] = [at.x - half.x, at.y, Math.min(5.5, KNOB * 2 * half.y)]
  pen.moveTo(x + radius, y)
  pen.arc(x, y, radius, 0, 2 * Math.PI)
  pen.closePath()
}
