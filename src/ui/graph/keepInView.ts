import { areaAround } from '../../picture/scene.ts'
import { isStructureOf } from '../../picture/structure.ts'
import { currentSession, modeAtHand } from '../../state/session.ts'
import { now, type State, useGradual } from '../../state/store.ts'
import { useArrangement } from './arrangement.ts'
import { type Moment, momentOf } from './moment.ts'
import { graphViewer } from './viewer.ts'

/** What a step is about: its node, and those that its terms come from; before the first step, where the pass begins. */
function nodesAtHand({ frame, active, terms, session: { graph } }: Moment): readonly number[] {
  const node = active >= 0 ? active : frame.pass.steps[frame.step === 0 ? 0 : frame.pass.steps.length - 1]
  if (node === undefined) return []
  const neighbours = new Set([node, ...terms.map(({ source }) => source)])
  for (let edge = graph.firstEdge[node]; edge < graph.firstEdge[node + 1]; edge++) neighbours.add(graph.operand[edge])
  for (let i = graph.firstConsumer[node]; i < graph.firstConsumer[node + 1]; i++)
    neighbours.add(graph.consumer[graph.consumerEdge[i]])
  return [...neighbours]
}

function look(state: State): void {
  const session = currentSession(state)
  const { scene } = useArrangement.getState()
  if (!session || !scene || !isStructureOf(scene.structure, session.graph)) return
  const nodes = nodesAtHand(momentOf(session, state.position, modeAtHand(state)))
  if (nodes.length > 0) graphViewer.focusOn(areaAround(scene, nodes))
}

/** Where not all of the graph is seen, the picture goes along with the step that the caption tells; ends when called. */
export function keepStepInView(): () => void {
  look(now())
  const stops = [
    useGradual.subscribe((state, before) => {
      if (state.position !== before.position || state.preferred !== before.preferred) look(state)
    }),
    useArrangement.subscribe(({ scene }, before) => {
      if (scene !== before.scene) look(now())
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
