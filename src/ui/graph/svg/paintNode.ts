import type { NodeIndex } from '../../../graph/graph.ts'
import { valueAt } from '../../../graph/nodes.ts'
import { whereTold } from '../../../notation/asked.ts'
import { exact } from '../../../notation/numbers.ts'
import { isEntries } from '../../../picture/entries.ts'
import {
  type Face,
  faceOf,
  type PaneMoment,
  sameFace,
  shownDerivatives,
  stageName,
} from '../../../picture/moment/paneMoment.ts'
import type { Scene } from '../../../picture/scene.ts'
import type { Arrival } from '../following/arrival.ts'
import { soon } from './deferred.ts'
import { mark, type NodeElements, nodeElements } from './elements.ts'
import { labelNode } from './label.ts'
import { arrivalPainter } from './paintArrival.ts'
import { chipAt, paintDerivative, paintValue } from './paintNumbers.ts'

/** By button, which the next picture takes over where its node stays. */
const labels = soon()

/** Paints what nodes show, and touches only those that change. */
export function nodePainter(drawing: SVGSVGElement, scene: Scene) {
  const { nodes, standsIn } = scene.structure
  const elements = nodeElements(drawing, scene.structure)
  const faces = new Map<NodeIndex, readonly Face[]>()
  const arrivals = arrivalPainter(scene, elements)

  function update(drawn: NodeElements | undefined, node: NodeIndex, moments: readonly PaneMoment[]): void {
    const now = moments.map((moment) => faceOf(moment, node, standsIn))
    const before = faces.get(node)
    const changes = now.some((face, m) => face.stage === 'active' || !sameFace(before?.[m], face))
    if (drawn && (changes || before?.length !== now.length))
      paintNode(scene, node, drawn, moments, now, before !== undefined)
    faces.set(node, now)
  }

  const faceAt = (moment: PaneMoment, m: number) => faces.get(moment.active)?.[m]

  return {
    paint(
      moments: readonly PaneMoment[],
      lit: NodeIndex | undefined,
      toneOf: (node: NodeIndex) => string | null,
    ): void {
      for (const node of nodes) {
        const drawn = elements.get(node)
        update(drawn, node, moments)
        if (!drawn) continue
        mark(drawn.node, 'data-lit', node === lit ? '' : null)
        mark(drawn.node, 'data-tone', toneOf(node))
      }
      arrivals.rest(moments, moments.map(faceAt))
    },
    arrive(moments: readonly PaneMoment[], m: number, arrival: Arrival): void {
      const face = faceAt(moments[m], m)
      if (face) arrivals.arrive(moments[m], m, face, arrival)
    },
  }
}

/** All that a node shows at settled moments. */
function paintNode(
  scene: Scene,
  node: NodeIndex,
  drawn: NodeElements,
  moments: readonly PaneMoment[],
  now: readonly Face[],
  isLabelled: boolean,
): void {
  const { button, value } = drawn
  const { figures, graph } = scene.structure
  const anatomy = scene.anatomies[node]
  whereTold(now[0].isValueTold, () => paintValue(value, anatomy, now[0].value))
  mark(value, 'visibility', now[0].blank ? 'hidden' : null)
  value.style.removeProperty('opacity')
  markStages(drawn.node, moments, now)
  const label = () => labelNode(button, moments, figures[node], anatomy, now)
  if (isLabelled && isEntries(now[0].value)) labels.ask(button, label)
  else labels.now(button, label)
  if (figures[node].kind === 'constant')
    mark(button, 'data-node', exact(valueAt(graph, node, moments[0].session.primal.values)))
  paintChips(scene, node, drawn, moments, now)
}

/** How far each mode's pass has come with a node, for its colours. */
function markStages(element: Element, moments: readonly PaneMoment[], now: readonly Face[]): void {
  mark(element, 'data-reached', now[0].reached ? '' : null)
  mark(element, 'data-stage', now.some(({ stage }) => stage === 'active') ? 'active' : null)
  for (const mode of ['primal', 'forward', 'reverse']) mark(element, `data-${mode}`, null)
  for (const [m, moment] of moments.entries()) mark(element, `data-${stageName(moment)}`, stageOf(now[m]))
}

/** What a mode's pass has done with a node. */
const stageOf = ({ stage, derivative }: Face): string => (derivative === 'absent' ? 'absent' : stage)

function paintChips(
  scene: Scene,
  node: NodeIndex,
  drawn: NodeElements,
  moments: readonly PaneMoment[],
  now: readonly Face[],
): void {
  const known = moments.flatMap((moment, m) =>
    // Where what stands in the figure is at hand, its own derivative is not.
    shownDerivatives(moment, now[m]).map((each) => ({ ...each, isActive: each.isActive && moment.active === node })),
  )
  for (const place of drawn.chips.keys()) {
    const chip = chipAt(scene, node, drawn, place)
    if (!chip) continue
    const shown = known.find((each) => each.mark === chip.holds)
    chip.element.style.removeProperty('opacity')
    mark(chip.element, 'data-stage', shown?.isActive ? 'active' : null)
    whereTold(shown?.isTold ?? false, () => paintDerivative(chip, shown?.derivative ?? null))
  }
}
