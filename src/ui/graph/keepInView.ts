import { frameAtHand } from '../../state/session.ts'
import { useGradual } from '../../state/store.ts'
import { activeNode } from '../../trace/frame.ts'
import { useArrangement } from './arrangement.ts'
import { reveal } from './camera.ts'
import { isStructureOf } from './structure.ts'

/** Where the user has zoomed in, the picture goes along with the step that the panel tells; ends when called. */
export const keepStepInView = (): (() => void) =>
  useGradual.subscribe((state, before) => {
    if (state.position === before.position) return
    const frame = frameAtHand(state)
    const { scene } = useArrangement.getState()
    if (!frame || !scene || !isStructureOf(scene.structure, frame.pass.primal.graph)) return
    const node = activeNode(frame)
    if (node !== null) reveal(scene.centres[node])
  })
