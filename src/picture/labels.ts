import type { EdgeIndex, NodeIndex } from '../graph/graph.ts'
import type { Area, Direction, Point } from '../layout/layout.ts'
import type { Size } from './camera.ts'
import { onBezier } from './curve.ts'
import { textWidth } from './figure.ts'
import { partsOf } from './parts.ts'
import type { Scene } from './scene.ts'
import type { DrawnGraph } from './structure.ts'
import { TEXT_SIZE } from './style.ts'

/** Places on a piece of an edge, the best first: behind the fork of edges with one operand, before the meeting at a consumer. */
const PLACES = [0.58, 0.45, 0.7, 0.3, 0.82]
/** Around a label in px, and its height relative to its size. */
const AROUND = 2
const HEIGHT = 1.2

/**
 * The middle of the label of each edge, as far as there is room: no label covers a node, the title of a group or another
 * label, or leaves the picture. Edges that come first choose first; of a large graph only the nodes around need be looked at. What must be said
 * stands on its edge where nothing is free.
 */
export function labelPlaces(
  scene: Scene<DrawnGraph>,
  edges: readonly EdgeIndex[],
  textOf: (edge: EdgeIndex) => string,
  around: readonly NodeIndex[] = scene.structure.nodes,
  must: (edge: EdgeIndex) => boolean = () => false,
): ReadonlyMap<EdgeIndex, Point> {
  const taken: Area[] = obstaclesIn(scene, around)
  const places = new Map<EdgeIndex, Point>()
  const size = TEXT_SIZE[scene.style.density]
  for (const edge of edges) {
    const text = textOf(edge)
    if (!text) continue
    const [width, height] = [textWidth(text, size), HEIGHT * size]
    const place = freePlace(scene, edge, width, height, taken) ?? (must(edge) ? onEdge(scene, edge) : null)
    if (!place) continue
    taken.push(areaAbout(place, width / 2 + AROUND, height / 2))
    places.set(edge, place)
  }
  return places
}

function freePlace(
  scene: Scene<DrawnGraph>,
  edge: EdgeIndex,
  width: number,
  height: number,
  taken: readonly Area[],
): Point | null {
  for (const place of candidates(scene, edge, width, height)) {
    const area = areaAbout(place, width / 2 + AROUND, height / 2)
    if (isWithin(area, scene) && !taken.some((other) => overlaps(area, other))) return place
  }
  return null
}

/** On its last piece. */
function onEdge({ curveOf }: Scene<DrawnGraph>, edge: EdgeIndex): Point {
  const [a, b, c, d] = curveOf(edge).slice(-4)
  return onBezier(a, b, c, d, PLACES[0])
}

/** Between an edge and a label beside it, in px. */
const OFF = 3

/** On its last piece, which belongs to it alone, then on those before: beside the edge where that is clear of it, else on it. */
function* candidates(
  { curveOf, style }: Scene<DrawnGraph>,
  edge: EdgeIndex,
  width: number,
  height: number,
): Generator<Point> {
  const curve = curveOf(edge)
  const [across, down] = style.direction === 'right' ? [0, height / 2 + OFF] : [width / 2 + OFF, 0]
  for (let i = curve.length - 4; i >= 0; i -= 3)
    for (const side of isAlong(curve[i], curve[i + 3], style.direction) ? [-1, 1, 0] : [0])
      for (const part of PLACES) {
        const { x, y } = onBezier(curve[i], curve[i + 1], curve[i + 2], curve[i + 3], part)
        yield { x: x + side * across, y: y + side * down }
      }
}

/** Whether a piece runs along the flow, so that a label beside it is clear of it. */
function isAlong(from: Point, to: Point, direction: Direction): boolean {
  const [dx, dy] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)]
  return direction === 'right' ? dy < 0.4 * dx : dx < 0.4 * dy
}

function obstaclesIn({ anatomies, centres, hulls }: Scene<DrawnGraph>, nodes: readonly NodeIndex[]): Area[] {
  const parts = nodes.flatMap((node) => partsOf(anatomies[node], centres[node]).map(({ area }) => area))
  const titles = hulls.map(({ corner, box }) => ({ ...box, top: corner.y, bottom: corner.y + TITLE }))
  return [...parts, ...titles]
}

/** How high the title of a group stands in its corner. */
const TITLE = 30

const areaAbout = ({ x, y }: Point, across: number, down: number): Area => ({
  ...{ left: x - across, right: x + across, top: y - down, bottom: y + down },
})

const isWithin = ({ left, top, right, bottom }: Area, { width, height }: Size): boolean =>
  left >= 0 && top >= 0 && right <= width && bottom <= height

export const overlaps = (a: Area, b: Area): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
