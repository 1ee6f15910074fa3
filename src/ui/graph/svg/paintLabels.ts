import type { EdgeIndex } from '../../../graph/graph.ts'
import { edgeLabel, placedLabels } from '../../../picture/moment/edgeLabels.ts'
import type { PaneMoment } from '../../../picture/moment/paneMoment.ts'
import type { Scene } from '../../../picture/scene.ts'
import { TEXT_SIZE } from '../../../picture/style.ts'
import { type EdgeElements, writeLabel } from './elements.ts'
import { formulas } from './formulas.ts'

/** Writes on edges what there is room for. A label that is given, also an empty one, comes before the edge's own. */
export function labelPainter(drawn: readonly EdgeElements[], scene: Scene) {
  const { edges } = scene.structure
  const size = TEXT_SIZE[scene.style.density]
  let written = ''

  return (
    moments: readonly PaneMoment[],
    isLit: (edge: EdgeIndex) => boolean,
    given: (edge: EdgeIndex) => string | undefined,
  ): void => {
    const labels = edges.map((edge) => given(edge) ?? edgeLabel(scene, moments, edge, formulas.now, isLit(edge)))
    const key = labels.join('\n')
    if (key === written) return
    written = key
    const texts = new Map(edges.map((edge, i) => [edge, labels[i]]))
    const places = placedLabels(
      scene,
      moments,
      (edge) => texts.get(edge) ?? '',
      (edge) => given(edge) !== undefined,
    )
    for (const [i, edge] of edges.entries()) writeLabel(drawn[i].partial, labels[i], places.get(edge), size)
  }
}
