import type { Direction, Point } from '../layout/layout.ts'
import type { Pen } from './pen.ts'

/** Length and half width of an arrowhead in px. */
const LENGTH = 9
const HALF = 4.5
/** The tip stands before the line's end, so that the line never shows beside it. */
const TIP = 3
/** Room between the end of a line and the border that it points at. */
export const ARROWHEAD = TIP + 2

/** The arrowhead of a curve that ends here, along the flow. */
export const drawHead = (pen: Pen, end: Point, direction: Direction): void =>
  drawTriangle(pen, ahead(end, direction, TIP), direction, -LENGTH)

/** The arrowhead of a curve that starts here, against the flow. */
export const drawTail = (pen: Pen, start: Point, direction: Direction): void =>
  drawTriangle(pen, start, direction, LENGTH + TIP)

/** A point so many px further along the flow. */
export const ahead = ({ x, y }: Point, direction: Direction, by: number): Point =>
  direction === 'right' ? { x: x + by, y } : { x, y: y - by }

function drawTriangle(pen: Pen, tip: Point, direction: Direction, length: number): void {
  const { x, y } = ahead(tip, direction, length)
  const [across, down] = direction === 'right' ? [0, HALF] : [HALF, 0]
  pen.moveTo(x - across, y - down)
  pen.lineTo(x + across, y + down)
  pen.lineTo(tip.x, tip.y)
  pen.closePath()
}
