import { bezier } from '../../layout/index.ts'
import type { Direction, Layout, Point } from '../../layout/layout.ts'
import type { Curve } from './curve.ts'
import { asideIn, centreIn } from './figure.ts'
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
}

export function sceneOf(structure: Structure, { direction, width, height, centres, routes }: Layout): Scene {
  return {
    ...{ structure, direction, width, height, routes },
    aside: asideIn(direction),
    centres: centres.map(({ x, y }, node) => {
      const by = centreIn(structure.figures[node], direction)
      return { x: x + by.x, y: y + by.y }
    }),
    curves: routes.map((route) => bezier(route, direction)),
  }
}
