import {
  path,
  type SymbolType,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
} from 'd3'
import type { ChartPoint } from './thinned.ts'

/** By class: its mark, and the mark’s area beside a circle’s, so that all look equally large. */
const SHAPES: readonly (readonly [SymbolType, number])[] = [
  [symbolCircle, 1],
  [symbolTriangle, 1],
  [symbolSquare, 1],
  [symbolDiamond, 0.9],
  [symbolStar, 0.9],
  [symbolWye, 1],
]

/** How many hues there are for classes. */
const HUES = 4

/** What belongs to no class. */
export const UNCLASSED = -1

export const hueOf = (k: number): number | undefined => (k === UNCLASSED ? undefined : k % HUES)

/** One path with the mark of the class at each place. */
export function marks(k: number, radius: number, places: readonly ChartPoint[]): string {
  const [shape, size] = SHAPES[Math.max(0, k) % SHAPES.length]
  const drawing = path()
  for (const [x, y] of places) shape.draw(movedTo(drawing, x, y), Math.PI * radius ** 2 * size)
  return String(drawing)
}

/** Draws around another origin. */
const movedTo = (drawing: ReturnType<typeof path>, dx: number, dy: number) =>
  ({
    moveTo: (x: number, y: number) => drawing.moveTo(x + dx, y + dy),
    lineTo: (x: number, y: number) => drawing.lineTo(x + dx, y + dy),
    arc: (x: number, y: number, radius: number, from: number, to: number) =>
      drawing.arc(x + dx, y + dy, radius, from, to),
    rect: (x: number, y: number, width: number, height: number) => drawing.rect(x + dx, y + dy, width, height),
    closePath: () => drawing.closePath(),
  }) as unknown as CanvasPath
