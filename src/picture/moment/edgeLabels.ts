import type { EdgeIndex } from '../../graph/graph.ts'
import type { Point } from '../../layout/layout.ts'
import { labelPlaces } from '../labels.ts'
import type { Scene } from '../scene.ts'
import { type EdgeFormulas, edgeText } from './edgeText.ts'
import { edgeStage, isPrimal, type PaneMoment } from './paneMoment.ts'

/** Graphs up to this size show all their partials in the derivative passes, and all shapes in the primal pass, as far as there is room. */
const MOST_TALKATIVE = 45

const isTalkative = ({ structure }: Scene): boolean => structure.nodes.length <= MOST_TALKATIVE

const isActive = (moments: readonly PaneMoment[], edge: EdgeIndex) =>
  moments.some((moment) => edgeStage(moment, edge) === 'active')

/** What an edge says by itself; nothing leads into a line that would be a local partial of it. */
export function edgeLabel(
  scene: Scene,
  moments: readonly PaneMoment[],
  edge: EdgeIndex,
  formulas: EdgeFormulas | null,
  lit = false,
): string {
  const { figures, graph, hasArrays, standsIn } = scene.structure
  if (figures[standsIn[graph.consumer[edge]]].line) return ''
  const talkative = isTalkative(scene)
  const tells = isPrimal(moments[0]) ? hasArrays && (talkative || lit) : talkative || isActive(moments, edge) || lit
  return tells ? edgeText(moments[0], edge, formulas, lit) : ''
}

/** Where labels stand, by edge, as far as there is room: edges at hand choose their places first. */
export function placedLabels(
  scene: Scene,
  moments: readonly PaneMoment[],
  labelOf: (edge: EdgeIndex) => string,
  must?: (edge: EdgeIndex) => boolean,
): ReadonlyMap<EdgeIndex, Point> {
  const { nodes, edges } = scene.structure
  const rank = (edge: EdgeIndex) => (isActive(moments, edge) ? 0 : 1)
  const inTurn = isTalkative(scene) ? edges : [...edges].sort((a, b) => rank(a) - rank(b))
  return labelPlaces(scene, inTurn, labelOf, nodes, must)
}
