import type { Mode } from '../../../autodiff/pass.ts'
import type { Point } from '../../../layout/layout.ts'
import { type Camera, paneSize, placeAt } from '../camera.ts'
import type { Curve } from '../curve.ts'
import { detailAt } from '../detail.ts'
import { isTitledRight } from '../hulls.ts'
import { edgeStage, type Face, faceOf, isLive, type Moment } from '../moment.ts'
import type { Scene } from '../scene.ts'
import type { Brush } from './canvas.ts'
import type { Palette } from './palette.ts'
import { sketchNode, traceEdge, traceHead } from './sketch.ts'

/** Where things are drawn: in the scene's places, or on their way to them. */
export interface Places {
  readonly centres: readonly Point[]
  readonly curves: readonly Curve[]
}

export interface View {
  readonly scene: Scene
  readonly side: Mode
  readonly places: Places
  readonly camera: Camera
  readonly palette: Palette
}

/** Width of the ways between the parts of a hull, and of its rim, in px. */
const WAY = 30
const RIM = 1.5
/** Of a title; groups that are narrower on the screen have none. */
const TITLE_SIZE = 14
const LEAST_TITLED = 70

/** Draws the grounds of opened groups, and their titles. */
export function drawHulls(brush: Brush, { scene, palette, camera }: View): void {
  const line = Math.max(RIM, 1 / camera.k)
  for (const { areas, ways, depth } of scene.hulls) {
    const [around, between] = [new Path2D(areas), new Path2D(ways)]
    brush.strokeStyle = palette.line
    brush.lineWidth = WAY + 2 * line
    brush.stroke(between)
    brush.lineWidth = 2 * line
    brush.stroke(around)
    brush.fillStyle = brush.strokeStyle = depth % 2 === 0 ? palette.hull : palette.innerHull
    brush.lineWidth = WAY
    brush.stroke(between)
    brush.fill(around)
  }
  brush.fillStyle = palette.soft
  const right = isTitledRight(scene.direction)
  brush.textAlign = right ? 'end' : 'start'
  brush.font = `600 ${TITLE_SIZE / Math.min(1, camera.k)}px ${palette.text}`
  for (const { name, corner, box } of scene.hulls)
    if ((box.right - box.left) * camera.k > LEAST_TITLED)
      brush.fillText(
        name,
        corner.x + (right ? -TITLE_SIZE : TITLE_SIZE),
        corner.y + (1.4 * TITLE_SIZE) / Math.min(1, camera.k),
      )
}

/** Draws edges in three strokes: those the pass has been along, those it has not, and those without derivative. */
export function drawEdges(brush: Brush, view: View, moment: Moment, edges: Iterable<number>): void {
  const { scene, places, camera, palette } = view
  const { operand, consumer } = scene.structure.graph
  const paths = { unknown: new Path2D(), done: new Path2D(), nothing: new Path2D() }
  const heads = { unknown: new Path2D(), done: new Path2D() }
  const dots = detailAt(camera.k) === 'dot'
  const visible = visibility(camera)
  const derivative = moment.frame.pass.kind !== 'primal'
  for (const edge of edges) {
    if (!visible(places.centres[operand[edge]], places.centres[consumer[edge]])) continue
    const done = derivative && edgeStage(moment, edge) === 'done'
    const live = isLive(moment, edge)
    traceEdge(paths[live ? (done ? 'done' : 'unknown') : 'nothing'], places.curves[edge])
    if (!dots) traceHead(heads[live && done ? 'done' : 'unknown'], places.curves[edge], scene.direction)
  }
  brush.lineWidth = Math.max(1.6, 0.6 / camera.k)
  brush.strokeStyle = brush.fillStyle = dots ? palette.line : palette.outline
  brush.fill(heads.unknown)
  brush.stroke(paths.unknown)
  if (!dots) brush.setLineDash([2, 5])
  brush.stroke(paths.nothing)
  brush.setLineDash([])
  brush.strokeStyle = brush.fillStyle = palette.trail
  brush.fill(heads.done)
  brush.stroke(paths.done)
}

export function drawNodes(brush: Brush, view: View, moment: Moment, nodes: Iterable<number>): void {
  const { scene, places, camera, palette, side } = view
  const { figures } = scene.structure
  const visible = visibility(camera)
  const detail = detailAt(camera.k)
  for (const node of nodes) {
    const [figure, centre] = [figures[node], places.centres[node]]
    const sketch = { figure, centre, face: settledFace(moment, node), side, direction: scene.direction }
    if (visible(centre, centre)) sketchNode(brush, sketch, detail, palette)
  }
}

/** The active node is drawn over the scenery: here it looks as before its step. */
function settledFace(moment: Moment, node: number): Face {
  const face = faceOf(moment, node)
  if (face.stage !== 'active') return face
  return { ...face, stage: 'unknown', reached: moment.frame.pass.kind !== 'primal', derivative: null }
}

/** Beyond the pane, in px of the graph, something may still show: chips and bends. */
const MARGIN = 150

/** Whether anything between two places can be seen. */
function visibility(camera: Camera): (a: Point, b: Point) => boolean {
  const { width, height } = paneSize()
  const { x: left, y: top } = placeAt(camera, { x: 0, y: 0 })
  const { x: right, y: bottom } = placeAt(camera, { x: width, y: height })
  return (a, b) =>
    Math.max(a.x, b.x) > left - MARGIN &&
    Math.min(a.x, b.x) < right + MARGIN &&
    Math.max(a.y, b.y) > top - MARGIN &&
    Math.min(a.y, b.y) < bottom + MARGIN
}
