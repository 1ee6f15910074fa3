import type { Point } from '../../layout/layout.ts'
import { along, sampled } from './curve.ts'
import type { Scene } from './scene.ts'

/** Where the partial stands on each edge: about its middle; edges between the same two nodes take turns. */
export function labelPlaces({ structure, curves, direction }: Scene): Point[] {
  const { operand, consumer, firstEdge } = structure.graph
  return curves.map((curve, edge) => {
    const twins = edge - firstEdge[consumer[edge]]
    let before = 0
    for (let other = edge - twins; other < edge; other++) if (operand[other] === operand[edge]) before += 1
    const place = along(sampled(curve, 9), 0.5 + (before % 2 === 0 ? 0 : 0.25))
    return direction === 'right' ? { x: place.x, y: place.y + 4 } : { x: place.x, y: place.y + 5 }
  })
}
