import type { Direction, Point } from '../../layout/layout.ts'

/** Length and half width of an arrowhead in px. */
const LENGTH = 9
const HALF = 4.5
/** The tip stands before the line's end, so that the line never shows beside it. */
const TIP = 3
/** Room between the end of a line and the border that it points at. */
export const ARROWHEAD = TIP + 2

/** The arrowhead of a curve that ends here, along the flow. */
export const headAt = (end: Point, direction: Direction) => triangle(ahead(end, direction, TIP), direction, -LENGTH)

/** The arrowhead of a curve that starts here, against the flow. */
export const tailAt = (start: Point, direction: Direction) => triangle(start, direction, LENGTH + TIP)

/** A point so many px further along the flow. */
export const ahead = ({ x, y }: Point, direction: Direction, by: number): Point =>
  direction === 'right' ? { x: x + by, y } : { x, y: y - by }

function triangle(tip: Point, direction: Direction, length: number): string {
  const { x, y } = ahead(tip, direction, length)
  const base = direction === 'right' ? `M${x} ${y - HALF}V${y + HALF}` : `M${x - HALF} ${y}H${x + HALF}`
  return `${base}L${tip.x} ${tip.y}Z`
}
