import type { NodeIndex } from '../../../graph/graph.ts'
import type { Point } from '../../../layout/layout.ts'
import { detailAt } from '../../../picture/detail.ts'
import { labelPlaces } from '../../../picture/labels.ts'
import type { Scene } from '../../../picture/scene.ts'
import { TEXT_SIZE } from '../../../picture/style.ts'
import { type Emphasis, edgeKey } from '../../../state/light.ts'
import { cameraNow } from '../camera/viewer.ts'
import { edgeStage, faceOf, type Moment } from '../following/frame.ts'
import { edgeText } from '../svg/edgeText.ts'
import { BASELINE } from '../svg/elements.ts'
import { type Brush, erase, fitted, shift } from './canvas.ts'
import { type Palette, paletteAt } from './palette.ts'
import { ringNode, sketchNode, traceEdge } from './sketch.ts'
import { ringTile, showsTiles } from './tiles.ts'
import { writeNames, writeTitles } from './titles.ts'
import { drawTrunks, gathered } from './trunks.ts'

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
  const { structure, centres, anatomies, curveOf, style } = scene
  const { direction } = style
  const { graph, figures } = structure
  const size = TEXT_SIZE[style.density]
  let camera = cameraNow()

  function drawEdges(brush: Brush, moment: Moment, edges: readonly number[], color: string, palette: Palette): void {
    brush.beginPath()
    for (const edge of edges) traceEdge(brush, curveOf(edge))
    brush.lineWidth = Math.max(3, 1.5 / camera.k)
    brush.strokeStyle = color
    brush.stroke()
    if (detailAt(camera.k * size) !== 'full') return
    // What crosses the picture has its middle somewhere else.
    const near = edges.filter((edge) => scene.blocks?.near[edge] !== 0)
    const places = labelPlaces(scene, near, (edge) => edgeText(moment, edge, true), nodesAt(near))
    for (const [edge, place] of places) writePartial(brush, edgeText(moment, edge, true), place, palette)
  }

  function ring(brush: Brush, node: NodeIndex, color: string, width: number, off: number): void {
    if (showsTiles(scene, camera)) ringTile(brush, scene, node, color, width)
    else ringNode(brush, anatomies[node], centres[node], color, width, off)
  }

  const nodesAt = (edges: readonly number[]) => [
    ...new Set(edges.flatMap((edge) => [graph.operand[edge], graph.consumer[edge]])),
  ]

  function writePartial(brush: Brush, text: string, { x, y: middle }: Point, palette: Palette): void {
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

  function drawActive(brush: Brush, moment: Moment, visible: number, palette: Palette): void {
    const { active } = moment
    const face = faceOf(moment, active)
    const shown = visible > 0 ? face : { ...face, derivative: null }
    const sketch = { figure: figures[active], anatomy: anatomies[active], centre: centres[active], face: shown }
    if (!showsTiles(scene, camera)) sketchNode(brush, sketch, detailAt(camera.k * size), palette)
    ring(brush, active, palette.role, Math.max(3, 2 / camera.k), 5)
  }

  function drawEmphasis(brush: Brush, moment: Moment, { nodes, edges }: Emphasis, palette: Palette): void {
    const { consumer, firstEdge, id } = graph
    for (const [tone, color] of [['soft', palette.soft] as const, ['strong', palette.ink] as const]) {
      const toned = [...consumer.keys()].filter(
        (edge) => edges.get(edgeKey(id[consumer[edge]], edge - firstEdge[consumer[edge]])) === tone,
      )
      drawEdges(brush, moment, toned, color, palette)
      for (const { node, id } of figures)
        if (nodes.get(id) === tone) ring(brush, node, color, Math.max(3, 2 / camera.k), 5)
    }
  }

  return {
    draw(moment: Moment, { lit, focused, visible, emphasis }: Spots): void {
      camera = cameraNow()
      shift(canvas, camera, camera)
      erase(canvas)
      const brush = fitted(canvas, camera)
      if (!brush) return
      const palette = paletteAt(canvas, moment.frame.pass.kind === 'primal')
      if (scene.blocks)
        drawTrunks(brush, scene.blocks, direction, camera.k, palette.role, gathered(scene.blocks, moment))
      writeTitles(brush, scene, camera, palette)
      if (showsTiles(scene, camera)) writeNames(brush, scene, camera, palette)
      if (emphasis) drawEmphasis(brush, moment, emphasis, palette)
      if (lit !== null) drawEdges(brush, moment, edgesAt(graph, lit), palette.ink, palette)
      const terms = moment.terms.map(({ edge }) => edge).filter((edge) => edgeStage(moment, edge) === 'active')
      drawEdges(brush, moment, terms, palette.role, palette)
      if (moment.active >= 0) drawActive(brush, moment, visible, palette)
      const line = Math.max(2, 1.5 / camera.k)
      if (lit !== null) ring(brush, lit, palette.ink, line, 5)
      if (focused !== null) ring(brush, focused, palette.focus, 1.5 * line, 9)
    },
    look: () => shift(canvas, camera, cameraNow()),
  }
}

/** The edges of a node, to its operands and to its consumers. */
function edgesAt({ firstEdge, firstConsumer, consumerEdge }: Scene['structure']['graph'], node: NodeIndex): number[] {
  const edges = Array.from(consumerEdge.subarray(firstConsumer[node], firstConsumer[node + 1]))
  for (let edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++) edges.push(edge)
  return edges
}
