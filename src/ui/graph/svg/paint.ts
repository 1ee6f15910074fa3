import type { EdgeIndex } from '../../../graph/graph.ts'
import type { PaneMoment } from '../../../picture/moment/paneMoment.ts'
import type { Scene } from '../../../picture/scene.ts'
import { type Emphasis, edgeKey } from '../../../state/emphasis.ts'
import type { Arrival } from '../following/arrival.ts'
import { edgeElements, mark } from './elements.ts'
import { edgePainter } from './paintEdge.ts'
import { labelPainter } from './paintLabels.ts'
import { nodePainter } from './paintNode.ts'

/** Draws moments of playback into a picture: one for each mode that it shows. */
export interface Painter {
  /** Settled moments, the stable id of the node that is highlighted, and what stands out besides. */
  readonly paint: (moments: readonly PaneMoment[], highlight: number | null, emphasis: Emphasis | null) => void
  /** The way to the moment of that place that was painted last. */
  readonly arrive: (moments: readonly PaneMoment[], place: number, arrival: Arrival) => void
}

/** Paints into the elements of a drawing, and touches only those that change. */
export function svgPainter(drawing: SVGSVGElement, scene: Scene): Painter {
  const { figures, graph, nodeOf, edges, standsIn } = scene.structure
  const drawn = edgeElements(drawing)
  const nodePaint = nodePainter(drawing, scene)
  const paintEdge = edgePainter(drawn, scene.structure)
  const paintLabels = labelPainter(drawn, scene)
  const keys = Array.from(graph.consumer, (node, edge) => edgeKey(graph.id[node], edge - graph.firstEdge[node]))

  return {
    paint(moments, highlight, emphasis) {
      const highlit = highlight === null ? undefined : nodeOf.get(highlight)
      const lit = highlit === undefined ? undefined : standsIn[highlit]
      const isLit = (edge: EdgeIndex) => standsIn[graph.operand[edge]] === lit || standsIn[graph.consumer[edge]] === lit
      mark(drawing, 'data-emphasis', emphasis?.isAlone ? '' : null)
      nodePaint.paint(moments, lit, (node) => emphasis?.nodes.get(figures[node].id) ?? null)
      for (const [i, edge] of edges.entries())
        paintEdge(moments, i, isLit(edge), emphasis?.edges.get(keys[edge]) ?? null)
      paintLabels(moments, isLit, (edge) => emphasis?.labels.get(keys[edge]))
    },
    arrive: nodePaint.arrive,
  }
}
