import type { EdgeIndex } from '../../../graph/graph.ts'
import { labelPlaces } from '../../../picture/labels.ts'
import { edgeStage, isPrimal, type PaneMoment } from '../../../picture/moment/paneMoment.ts'
import type { Scene } from '../../../picture/scene.ts'
import { TEXT_SIZE } from '../../../picture/style.ts'
import { edgeText } from './edgeText.ts'
import { type EdgeElements, writeLabel } from './elements.ts'

/** Graphs up to this size show all their partials in the derivative passes, and all shapes in the primal pass, as far as there is room. */
const MOST_TALKATIVE = 45

/** Writes on edges what there is room for. A label that is given, also an empty one, comes before the edge's own. */
export function labelPainter(drawn: readonly EdgeElements[], scene: Scene) {
  const { figures, graph, nodes, edges, hasArrays, standsIn } = scene.structure
  const talkative = nodes.length <= MOST_TALKATIVE
  const size = TEXT_SIZE[scene.style.density]
  let written = ''

  const isActive = (moments: readonly PaneMoment[], edge: EdgeIndex) =>
    moments.some((moment) => edgeStage(moment, edge) === 'active')

  /** What an edge says by itself. */
  function ownLabel(moments: readonly PaneMoment[], edge: EdgeIndex, lit: boolean): string {
    // What leads into a line is no local partial of it.
    if (figures[standsIn[graph.consumer[edge]]].line) return ''
    const tells = isPrimal(moments[0]) ? hasArrays && (talkative || lit) : talkative || isActive(moments, edge) || lit
    return tells ? edgeText(moments[0], edge, lit) : ''
  }

  /** Edges at hand choose their places first. */
  function inTurn(moments: readonly PaneMoment[]): readonly EdgeIndex[] {
    const rank = (edge: EdgeIndex) => (isActive(moments, edge) ? 0 : 1)
    return talkative ? edges : [...edges].sort((a, b) => rank(a) - rank(b))
  }

  return (
    moments: readonly PaneMoment[],
    isLit: (edge: EdgeIndex) => boolean,
    given: (edge: EdgeIndex) => string | undefined,
  ): void => {
    const labels = edges.map((edge) => given(edge) ?? ownLabel(moments, edge, isLit(edge)))
    const key = labels.join('\n')
    if (key === written) return
    written = key
    const texts = new Map(edges.map((edge, i) => [edge, labels[i]]))
    const textOf = (edge: EdgeIndex) => texts.get(edge) ?? ''
    const places = labelPlaces(scene, inTurn(moments), textOf, nodes, (edge) => given(edge) !== undefined)
    for (const [i, edge] of edges.entries()) writeLabel(drawn[i].partial, labels[i], places.get(edge), size)
  }
}
