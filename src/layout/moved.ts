import { median } from 'd3'
import type { Layout, LayoutMemory, Point } from './layout.ts'

/** The layout with most of what another one has as well where it is there; nothing goes beyond the edge that all start from. */
export function movedOnto(layout: Layout, there: LayoutMemory): Layout {
  const { x, y } = offBetween(layout.memory, there)
  const moved = (point: Point): Point => ({ x: point.x + x, y: point.y + y })
  return {
    ...layout,
    width: layout.width + x,
    height: layout.height + y,
    centres: layout.centres.map(moved),
    routes: layout.routes.map((route) => route.map(moved)),
    ...(layout.curves && { curves: layout.curves.map((curve) => curve.map(moved)) }),
  }
}

function offBetween({ centres }: LayoutMemory, there: LayoutMemory): Point {
  const both = [...centres].flatMap(([id, from]) => {
    const to = there.centres.get(id)
    return to ? [{ x: to.x - from.x, y: to.y - from.y }] : []
  })
  return { x: Math.max(0, median(both, ({ x }) => x) ?? 0), y: Math.max(0, median(both, ({ y }) => y) ?? 0) }
}
