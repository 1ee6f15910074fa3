import type { Point } from '../../../layout/layout.ts'
import { between, type Curve } from '../../../picture/curve.ts'
import type { Scene } from '../../../picture/scene.ts'
import type { DrawnPlaces } from './scenery.ts'

/** Where everything is on the way from one scene to the next; what is new stands in its place from the start. */
export function placesBetween(before: Scene, after: Scene): (t: number) => DrawnPlaces {
  const { figures, graph } = after.structure
  const from = figures.map(({ id, node }) => {
    const old = before.structure.nodeOf.get(id)
    return old === undefined ? after.centres[node] : before.centres[old]
  })
  return (t) => {
    const centres = after.centres.map((to, node) => between(from[node], to, t))
    const shift = (node: number): Point => ({
      x: centres[node].x - after.centres[node].x,
      y: centres[node].y - after.centres[node].y,
    })
    const curveOf = (edge: number) =>
      dragged(after.curveOf(edge), shift(graph.operand[edge]), shift(graph.consumer[edge]))
    return { centres, curveOf }
  }
}

/** The curve with both ends moved, and what lies between moved in proportion. */
function dragged(curve: Curve, start: Point, end: Point): Curve {
  const last = curve.length - 1
  return curve.map(({ x, y }, i) => {
    const by = between(start, end, i / last)
    return { x: x + by.x, y: y + by.y }
  })
}
