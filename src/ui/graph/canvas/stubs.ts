import type { EdgeIndex } from '../../../graph/graph.ts'
import { valueAt } from '../../../graph/nodes.ts'
import { shorten } from '../../../language/words.ts'
import type { Point } from '../../../layout/layout.ts'
import { short } from '../../../notation/numbers.ts'
import { ahead, drawHead } from '../../../picture/head.ts'
import type { Scene } from '../../../picture/scene.ts'
import type { Brush } from './canvas.ts'
import type { Palette } from './palette.ts'

/** Of an edge that crosses the picture only its ends are drawn, so long. */
const LENGTH = 16
/** The name of what is read stands before it: size, room, and the distance between two in px. */
const SIZE = 12
const ROOM = 58
const APART = 14
/** Longer names are cut. */
const LONGEST_NAME = 14
/** Nodes that read more from afar name none of it. */
const MOST_NAMED = 3

/** Draws the ends of edges that cross the picture, and where numbers can be read the names of what they read. */
export function drawStubs(
  brush: Brush,
  scene: Scene,
  edges: readonly EdgeIndex[],
  isNamed: boolean,
  palette: Palette,
): void {
  const { direction } = scene.style
  const [lines, heads] = [new Path2D(), new Path2D()]
  for (const edge of edges) {
    const route = scene.routeOf(edge)
    const [start, end] = [route[0], route[route.length - 1]]
    line(lines, start, ahead(start, direction, LENGTH / 2))
    line(lines, ahead(end, direction, -LENGTH), end)
    drawHead(heads, end, direction)
  }
  brush.lineWidth = 1.6
  brush.strokeStyle = brush.fillStyle = palette.outline
  brush.stroke(lines)
  brush.fill(heads)
  if (isNamed) for (const edge of edges) writeName(brush, scene, edge, palette)
}

function line(path: Path2D, from: Point, to: Point): void {
  path.moveTo(from.x, from.y)
  path.lineTo(to.x, to.y)
}

function writeName(brush: Brush, scene: Scene, edge: EdgeIndex, palette: Palette): void {
  const { operand, consumer, firstEdge } = scene.structure.graph
  const node = consumer[edge]
  const [first, last] = [firstEdge[node], firstEdge[node + 1]]
  if (last - first > MOST_NAMED) return
  const { x, y, align } = nameAt(scene, edge, (edge - (first + last - 1) / 2) * APART)
  brush.textAlign = align
  brush.font = `${SIZE}px ${palette.text}`
  brush.fillStyle = palette.soft
  brush.fillText(stubName(scene, operand[edge]), x, y, ROOM)
}

/** Before the edge's end; names of several slots stand below each other. */
function nameAt({ routeOf, style: { direction } }: Scene, edge: EdgeIndex, by: number) {
  const route = routeOf(edge)
  const { x, y } = ahead(route[route.length - 1], direction, -LENGTH)
  return direction === 'right'
    ? { x: x - 4, y: y + SIZE / 3 + by / 4, align: 'end' as const }
    : { x, y: y + SIZE + APART / 2 + by, align: 'center' as const }
}

/** What a node is called where there is no room for more. */
export function stubName({ structure: { figures, graph } }: Scene, node: number): string {
  const { definition, variable } = figures[node]
  return shorten(definition || variable, LONGEST_NAME) || short(valueAt(graph, node, graph.initial) as number)
}
