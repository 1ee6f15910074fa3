import type { NodeIndex } from '../../../graph/graph.ts'
import { edgeStage, type PaneMoment } from '../../../picture/moment/paneMoment.ts'
import type { Scene } from '../../../picture/scene.ts'
import type { Emphasis } from '../../../state/emphasis.ts'
import { cameraNow } from '../camera/viewer.ts'
import { type Brush, erase, fitted, shift } from './canvas.ts'
import { drawActive, drawEmphasis, drawLitEdges, ring } from './highlights.ts'
import { paletteAt } from './palette.ts'
import type { View } from './scenery.ts'
import { showsTiles } from './tiles.ts'
import { writeNames, writeTitles } from './titles.ts'
import { drawTrunks, gatheredAlong } from './trunks.ts'

/** What stands out at a moment. */
export interface Spots {
  readonly lit: NodeIndex | null
  readonly focused: NodeIndex | null
  /** How visible the active node's number is. */
  readonly visible: number
  /** What stands out besides. */
  readonly emphasis: Emphasis | null
}

/** Draws the step at hand, the lit node with its edges and the focus on a canvas over the backdrop. */
export function spotlight(canvas: HTMLCanvasElement, scene: Scene) {
  let camera = cameraNow()
  return {
    draw(moment: PaneMoment, spots: Spots): void {
      camera = cameraNow()
      shift(canvas, camera, camera)
      erase(canvas)
      const brush = fitted(canvas, camera)
      if (!brush) return
      const palette = paletteAt(canvas, moment.frame.pass.kind === 'primal')
      drawSpots(brush, { scene, places: scene, camera, palette }, moment, spots)
    },
    look: () => shift(canvas, camera, cameraNow()),
  }
}

/** From the back to the front. */
function drawSpots(brush: Brush, view: View, moment: PaneMoment, { lit, focused, visible, emphasis }: Spots): void {
  const { scene, camera, palette } = view
  if (scene.blocks)
    drawTrunks(brush, scene.blocks, scene.style.direction, camera.k, palette.role, gatheredAlong(scene.blocks, moment))
  writeTitles(brush, scene, camera, palette)
  if (showsTiles(scene, camera)) writeNames(brush, scene, camera, palette)
  if (emphasis) drawEmphasis(brush, view, moment, emphasis)
  if (lit !== null) drawLitEdges(brush, view, moment, edgesAt(scene.structure.graph, lit), palette.ink)
  const terms = moment.terms.map(({ edge }) => edge).filter((edge) => edgeStage(moment, edge) === 'active')
  drawLitEdges(brush, view, moment, terms, palette.role)
  if (moment.active >= 0) drawActive(brush, view, moment, visible)
  const line = Math.max(2, 1.5 / camera.k)
  if (lit !== null) ring(brush, view, lit, palette.ink, line, 5)
  if (focused !== null) ring(brush, view, focused, palette.focus, 1.5 * line, 9)
}

/** The edges of a node, to its operands and to its consumers. */
function edgesAt({ firstEdge, firstConsumer, consumerEdge }: Scene['structure']['graph'], node: NodeIndex): number[] {
  const edges = Array.from(consumerEdge.subarray(firstConsumer[node], firstConsumer[node + 1]))
  for (let edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++) edges.push(edge)
  return edges
}
