import type { NodeIndex } from '../../../graph/graph.ts'
import type { Point } from '../../../layout/layout.ts'
import { drawCurve } from '../../../picture/curve.ts'
import { detailAt } from '../../../picture/detail.ts'
import { labelPlaces } from '../../../picture/labels.ts'
import { BASELINE } from '../../../picture/lettering.ts'
import { edgeText } from '../../../picture/moment/edgeText.ts'
import { faceOf, type PaneMoment } from '../../../picture/moment/paneMoment.ts'
import type { Scene } from '../../../picture/scene.ts'
import { TEXT_SIZE } from '../../../picture/style.ts'
import type { Emphasis } from '../../../state/emphasis.ts'
import { edgeKey } from '../../../state/emphasis.ts'
import { formulas } from '../svg/formulas.ts'
import type { Brush } from './canvas.ts'
import type { Palette } from './palette.ts'
import type { View } from './scenery.ts'
import { ringNode, sketchNode } from './sketch.ts'
import { ringTile, showsTiles } from './tiles.ts'

const detailIn = ({ scene, camera }: View) => detailAt(camera.k * TEXT_SIZE[scene.style.density])

/** Draws edges in one colour, and from near what is written on them. */
export function drawLitEdges(
  brush: Brush,
  view: View,
  moment: PaneMoment,
  edges: readonly number[],
  color: string,
): void {
  const { scene, camera } = view
  brush.beginPath()
  for (const edge of edges) drawCurve(brush, scene.curveOf(edge))
  brush.lineWidth = Math.max(3, 1.5 / camera.k)
  brush.strokeStyle = color
  brush.stroke()
  if (detailIn(view) === 'full') writePartials(brush, view, moment, edges)
}

function writePartials(brush: Brush, { scene, palette }: View, moment: PaneMoment, edges: readonly number[]): void {
  const { graph } = scene.structure
  // What crosses the picture has its middle somewhere else.
  const near = edges.filter((edge) => scene.blocks?.near[edge] !== 0)
  const ends = new Set(near.flatMap((edge) => [graph.operand[edge], graph.consumer[edge]]))
  const textOf = (edge: number) => edgeText(moment, edge, formulas.now, true)
  const size = TEXT_SIZE[scene.style.density]
  for (const [edge, place] of labelPlaces(scene, near, textOf, [...ends]))
    writePartial(brush, textOf(edge), place, size, palette)
}

function writePartial(brush: Brush, text: string, { x, y: middle }: Point, size: number, palette: Palette): void {
  const y = middle + BASELINE * size
  brush.font = `italic ${size}px ${palette.text}`
  brush.textAlign = 'center'
  brush.strokeStyle = palette.canvas
  brush.lineWidth = 5
  brush.lineJoin = 'round'
  brush.strokeText(text, x, y)
  brush.fillStyle = palette.ink
  brush.fillText(text, x, y)
}

/** Rings a node, or from afar its tile: `width` px thick, `off` px from its border. */
export function ring(
  brush: Brush,
  { scene, camera }: View,
  node: NodeIndex,
  color: string,
  width: number,
  off: number,
) {
  if (showsTiles(scene, camera)) ringTile(brush, scene, node, color, width)
  else ringNode(brush, scene.anatomies[node], scene.centres[node], color, width, off)
}

const ringOfStep = (brush: Brush, view: View, node: NodeIndex, color: string) =>
  ring(brush, view, node, color, Math.max(3, 2 / view.camera.k), 5)

/** Draws the node of the step at hand; its derivative once it is visible. */
export function drawActive(brush: Brush, view: View, moment: PaneMoment, visible: number): void {
  const { scene, camera, palette } = view
  const { active } = moment
  const face = faceOf(moment, active)
  const sketch = {
    figure: scene.structure.figures[active],
    anatomy: scene.anatomies[active],
    centre: scene.centres[active],
    face: visible > 0 ? face : { ...face, derivative: null },
  }
  if (!showsTiles(scene, camera)) sketchNode(brush, sketch, detailIn(view), palette)
  ringOfStep(brush, view, active, palette.role)
}

/** Draws the edges and rings the nodes that a chapter lets stand out. */
export function drawEmphasis(brush: Brush, view: View, moment: PaneMoment, { nodes, edges }: Emphasis): void {
  const { scene, palette } = view
  const tones = [
    { tone: 'soft', color: palette.soft },
    { tone: 'strong', color: palette.ink },
  ]
  const keyOf = edgeKeys(scene)
  for (const { tone, color } of tones) {
    const toned = [...scene.structure.graph.consumer.keys()].filter((edge) => edges.get(keyOf(edge)) === tone)
    drawLitEdges(brush, view, moment, toned, color)
    for (const { node, id } of scene.structure.figures) if (nodes.get(id) === tone) ringOfStep(brush, view, node, color)
  }
}

const edgeKeys =
  ({
    structure: {
      graph: { consumer, firstEdge, id },
    },
  }: Scene) =>
  (edge: number) =>
    edgeKey(id[consumer[edge]], edge - firstEdge[consumer[edge]])
