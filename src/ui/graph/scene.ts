import { bezier } from '../../layout/index.ts'
import type { Direction, Layout, Point } from '../../layout/layout.ts'
import type { Curve } from './curve.ts'
import { asideIn, centreIn } from './figure.ts'
import { bounds, type Hull, hullsOf } from './hulls.ts'
import type { Structure } from './structure.ts'

/** A structure and its places on the plane. */
export interface Scene {
  readonly structure: Structure
  readonly direction: Direction
  readonly width: number
  readonly height: number
  /** Room at the right border that stays empty until chips come. */
  readonly aside: number
  /** By node: the centre of what is drawn. */
  readonly centres: readonly Point[]
  /** By edge, from border to border: the bends, and the curve through them. */
  readonly routes: Layout['routes']
  readonly curves: readonly Curve[]
  /** What lies behind nodes that were opened in place. */
  readonly hulls: readonly Hull[]
}

export function sceneOf(structure: Structure, layout: Layout): Scene {
  const scene = placed(structure, layout)
  const { left, top, right, bottom } = bounds([
    { left: 0, top: 0, right: layout.width, bottom: layout.height },
    ...scene.hulls.map(({ box }) => box),
  ])
  const size = { width: right - left, height: bottom - top }
  return left < 0 || top < 0 ? { ...placed(structure, moved(layout, -left, -top)), ...size } : { ...scene, ...size }
}

function placed(structure: Structure, { direction, width, height, centres, routes }: Layout): Scene {
  const plane = {
    ...{ structure, direction },
    centres: centres.map(({ x, y }, node) => {
      const by = centreIn(structure.figures[node], direction)
      return { x: x + by.x, y: y + by.y }
    }),
    curves: routes.map((route) => bezier(route, direction)),
  }
  return { ...plane, width, height, routes, aside: asideIn(direction), hulls: hullsOf(plane) }
}

/** Hulls can reach beyond the layout, whose picture then begins further in. */
function moved(layout: Layout, byX: number, byY: number): Layout {
  const move = ({ x, y }: Point): Point => ({ x: x + byX, y: y + byY })
  return { ...layout, centres: layout.centres.map(move), routes: layout.routes.map((route) => route.map(move)) }
}
