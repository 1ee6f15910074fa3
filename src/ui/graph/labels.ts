import { labelPoint } from '../../layout/index.ts'
import type { Point } from '../../layout/layout.ts'
import type { Scene } from './scene.ts'

/** From the middle of a text to its baseline, in px. */
const BASELINE = 5

/** Where the partial of an edge is written. */
export function labelPlace({ routeOf, direction }: Scene, edge: number): Point {
  const { x, y } = labelPoint(routeOf(edge), direction)
  return { x, y: y + BASELINE }
}
