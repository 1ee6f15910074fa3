import type { Mode } from '../../../autodiff/pass.ts'
import type { NodeIndex } from '../../../graph/graph.ts'
import { momentOf, type PaneMoment } from '../../../picture/moment/paneMoment.ts'
import { areaAround } from '../../../picture/scene.ts'
import { isStructureOf } from '../../../picture/structure.ts'
import { currentSession, modeAtHand } from '../../../state/session.ts'
import { now, type State, useGradual } from '../../../state/store.ts'
import { modesOf } from '../../../trace/position.ts'
import { useArrangement } from '../arranging/arrangement.ts'
import { graphViewer } from './viewer.ts'

/**
 * The nodes that a step is about, in three sets, the widest first: its node with all that it reads and what reads it,
 * its node with those that its terms come from, its node alone.
 */
function nodesAtHand({ frame, active, session: { graph } }: PaneMoment): readonly (readonly NodeIndex[])[] {
  const node = active >= 0 ? active : frame.pass.steps[frame.step === 0 ? 0 : frame.pass.steps.length - 1]
  if (node === undefined) return []
  const { firstEdge, operand, firstConsumer, consumerEdge, consumer } = graph
  const operands = Array.from(operand.subarray(firstEdge[node], firstEdge[node + 1]))
  const edges = consumerEdge.subarray(firstConsumer[node], firstConsumer[node + 1])
  const consumers = Array.from(edges, (edge) => consumer[edge])
  const sources = frame.pass.kind === 'adjoint' ? consumers : operands
  return [[node, ...operands, ...consumers], [node, ...sources], [node]]
}

function look(state: State): void {
  const session = currentSession(state)
  const { scene } = useArrangement.getState()
  if (!session || !scene || !isStructureOf(scene.structure, session.graph)) return
  const atHand = (mode: Mode) => nodesAtHand(momentOf(session, state.position, mode))
  const here = atHand(modeAtHand(state))
  if (here.length === 0) return
  const everywhere = modesOf(state.shown).flatMap((mode) => atHand(mode)[0] ?? [])
  const lit = pointedAt(state)
  const wished = lit.length > 0 ? [[...lit, ...here[here.length - 1]], lit] : []
  graphViewer.focusOn(...[...wished, everywhere, ...here].map((nodes) => areaAround(scene, nodes)))
}

/** What a lesson points at comes before what the step is about, as far as there is room for both. */
function pointedAt({ lesson, emphasis, compilation: { graph } }: State): readonly NodeIndex[] {
  if (lesson === null || !emphasis || !graph) return []
  return [...emphasis.nodes.keys()].map((id) => graph.id.indexOf(id)).filter((node) => node >= 0)
}

/** Where not all of the graph is seen, the picture goes along with the step that the caption tells; ends when called. */
export function keepStepInView(): () => void {
  look(now())
  const stops = [
    useGradual.subscribe((state, before) => {
      const isElsewhere = state.position !== before.position || state.preferred !== before.preferred
      if (isElsewhere || (state.lesson !== null && state.emphasis !== before.emphasis)) look(state)
    }),
    useArrangement.subscribe(({ scene }, before) => {
      if (scene !== before.scene) look(now())
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
