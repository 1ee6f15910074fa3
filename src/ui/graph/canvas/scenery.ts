import type { EdgeIndex } from '../../../graph/graph.ts'
import type { Point } from '../../../layout/layout.ts'
import { type Camera, placeAt } from '../../../picture/camera.ts'
import { type Curve, drawCurve } from '../../../picture/curve.ts'
import { detailAt } from '../../../picture/detail.ts'
import { drawHead } from '../../../picture/head.ts'
import { edgeStage, type Face, faceOf, isLiveIn, type PaneMoment } from '../../../picture/moment/paneMoment.ts'
import type { Scene } from '../../../picture/scene.ts'
import { TEXT_SIZE } from '../../../picture/style.ts'
import { paneSize } from '../camera/viewer.ts'
import type { Brush } from './canvas.ts'
import type { Palette } from './palette.ts'
import { sketchNode } from './sketch.ts'
import { drawStubs } from './stubs.ts'
import { drawTrunks } from './trunks.ts'

/** Where things are drawn: in the scene's places, or on their way to them. */
export interface DrawnPlaces {
  readonly centres: readonly Point[]
  readonly curveOf: (edge: number) => Curve
}

export interface View {
  readonly scene: Scene
  readonly places: DrawnPlaces
  readonly camera: Camera
  readonly palette: Palette
}

/** Width of the ways between the parts of a hull, and of its rim, in px. */
const WAY = 30
const RIM = 1.5
/** Within blocks, edges between nodes with smaller letters, in px on the screen, are not seen. */
const LEAST_WITH_EDGES = 1.1

/** Draws the grounds of opened groups, and the trunks between them. */
export function drawHulls(brush: Brush, { scene, palette, camera }: View): void {
  const line = Math.max(RIM, 1 / camera.k)
  const way = WAY * (scene.blocks?.unit ?? 1)
  for (const { areas, ways, depth } of scene.hulls) {
    const [around, between] = [new Path2D(areas), new Path2D(ways)]
    brush.strokeStyle = palette.line
    brush.lineWidth = way + 2 * line
    brush.stroke(between)
    brush.lineWidth = 2 * line
    brush.stroke(around)
    brush.fillStyle = brush.strokeStyle = depth % 2 === 0 ? palette.hull : palette.innerHull
    brush.lineWidth = way
    brush.stroke(between)
    brush.fill(around)
  }
  if (scene.blocks) drawTrunks(brush, scene.blocks, scene.style.direction, camera.k, palette.outline)
}

/** Room of a cell beyond its nodes in px. */
const AROUND_CELL = 10

/** Draws the grounds of the cells within blocks, which tell them apart. */
export function drawCells(brush: Brush, { scene, palette, camera }: View): void {
  const visible = visibility(camera)
  brush.fillStyle = palette.canvas
  for (const { left, top, right, bottom } of scene.blocks?.cells ?? []) {
    if (!visible({ x: left, y: top }, { x: right, y: bottom })) continue
    const [width, height] = [right - left, bottom - top].map((extent) => extent + 2 * AROUND_CELL)
    brush.fillRect(left - AROUND_CELL, top - AROUND_CELL, width, height)
  }
}

/**
 * Draws edges in three strokes: those the pass has been along, those it has not, and those without derivative. Of edges
 * that cross a picture of blocks only the ends are drawn.
 */
export function drawEdges(brush: Brush, view: View, moment: PaneMoment, edges: Iterable<number>): void {
  const { scene, places, camera, palette } = view
  const size = TEXT_SIZE[scene.style.density] * camera.k
  if (scene.blocks && size < LEAST_WITH_EDGES) return
  const stubs: EdgeIndex[] = []
  const { operand, consumer } = scene.structure.graph
  const paths = { unknown: new Path2D(), done: new Path2D(), nothing: new Path2D() }
  const heads = { unknown: new Path2D(), done: new Path2D() }
  const dots = detailAt(size) === 'dot'
  const visible = visibility(camera)
  const derivative = moment.frame.pass.kind !== 'primal'
  for (const edge of edges) {
    const [from, to] = [places.centres[operand[edge]], places.centres[consumer[edge]]]
    if (scene.blocks && scene.blocks.near[edge] === 0) {
      if (!dots && (visible(from, from) || visible(to, to))) stubs.push(edge)
      continue
    }
    if (!visible(from, to)) continue
    const done = derivative && edgeStage(moment, edge) === 'done'
    const live = isLiveIn(moment, edge)
    const curve = places.curveOf(edge)
    drawCurve(paths[live ? (done ? 'done' : 'unknown') : 'nothing'], curve)
    if (!dots) drawHead(heads[live && done ? 'done' : 'unknown'], curve[curve.length - 1], scene.style.direction)
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
  drawStubs(brush, scene, stubs, detailAt(size) === 'full', palette)
}

export function drawNodes(brush: Brush, view: View, moment: PaneMoment, nodes: Iterable<number>): void {
  const { scene, places, camera, palette } = view
  const { figures } = scene.structure
  const visible = visibility(camera)
  const detail = detailAt(camera.k * TEXT_SIZE[scene.style.density])
  for (const node of nodes) {
    const [figure, centre] = [figures[node], places.centres[node]]
    const sketch = { figure, anatomy: scene.anatomies[node], centre, face: settledFace(moment, node) }
    if (visible(centre, centre)) sketchNode(brush, sketch, detail, palette)
  }
}

/** The active node is drawn over the scenery: here it looks as before its step. */
function settledFace(moment: PaneMoment, node: number): Face {
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
