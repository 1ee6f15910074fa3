import type { Direction, Point } from '../../layout/layout.ts'

/** Length and half width of an arrowhead in px. */
export const HEAD = 9
const HALF = 5

/** An arrowhead that starts where a curve ends and points along the flow. */
export const headAt = (base: Point, direction: Direction) => triangle(base, direction, HEAD)

/** An arrowhead whose tip stands where a curve starts: it points against the flow. */
export const tailAt = ({ x, y }: Point, direction: Direction) =>
  triangle(direction === 'right' ? { x: x + HEAD + 2, y } : { x, y: y - HEAD - 2 }, direction, -HEAD - 2)

function triangle({ x, y }: Point, direction: Direction, length: number): string {
  return direction === 'right'
    ? `M${x} ${y - HALF}L${x + length} ${y}L${x} ${y + HALF}Z`
    : `M${x - HALF} ${y}L${x} ${y - length}L${x + HALF} ${y}Z`
}
