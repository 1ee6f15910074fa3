import type { Direction, Layout, Point } from '../../layout/layout.ts'
import { type Curve, curveThrough } from './curve.ts'
import { asideIn, borderOf, centreIn, roomOf } from './figure.ts'
import { TIP } from './head.ts'
import type { Structure } from './structure.ts'

/** A structure and its places on the plane. */
export interface Scene {
  readonly structure: Structure
  readonly direction: Direction
  readonly width: number
  readonly height: number
  /** Room at the right border that stays empty until chips come. */
  readonly aside: number
  /** By node. */
  readonly centres: readonly Point[]
  /** By edge, from border to border. */
  readonly curves: readonly Curve[]
}

export function sceneOf(structure: Structure, layout: Layout): Scene {
  const { direction, width, height } = layout
  const centres = layout.centres.map((place, node) => shifted(place, centreIn(structure.figures[node], direction)))
  const { operand, consumer } = structure.graph
  const curves = layout.routes.map((route, edge) => {
    const from = leaving(structure, centres, operand[edge], direction)
    const to = entering(structure, layout, centres, consumer[edge], route[route.length - 1])
    return curveThrough([from, ...route.slice(1, -1), to], direction)
  })
  return { structure, direction, width, height, aside: asideIn(direction), centres, curves }
}

const shifted = ({ x, y }: Point, by: Point): Point => ({ x: x + by.x, y: y + by.y })

/** Edges leave a node in the middle of its border. */
function leaving({ figures }: Structure, centres: readonly Point[], node: number, direction: Direction): Point {
  const { x, y } = borderOf(figures[node])
  return shifted(centres[node], direction === 'right' ? { x, y: 0 } : { x: 0, y: -y })
}

/** How far from its middle, in parts of its half size, an edge may meet a node. */
const WIDEST = 0.72
/** From the border to where the line ends; the arrowhead's tip comes closer. */
const GAP = 2 + TIP

/** Edges enter a node slot by slot, spread over its border as the layout spreads them over its room. */
function entering(
  { figures }: Structure,
  { direction, centres: middles }: Layout,
  centres: readonly Point[],
  node: number,
  slot: Point,
): Point {
  const figure = figures[node]
  const room = roomOf(figure, direction)
  const { x, y } = borderOf(figure)
  if (direction === 'right') {
    const part = limited((slot.y - middles[node].y) / (room.height / 2))
    return shifted(centres[node], { x: -x * Math.sqrt(1 - part * part) - GAP, y: part * y })
  }
  const part = limited((slot.x - middles[node].x) / (room.width / 2))
  return shifted(centres[node], { x: part * x, y: y * Math.sqrt(1 - part * part) + GAP })
}

const limited = (part: number) => Math.min(WIDEST, Math.max(-WIDEST, part))
