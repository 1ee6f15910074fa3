import type { Mode } from '../../../autodiff/pass.ts'
import type { Scene } from '../../../picture/scene.ts'
import { isStructureOf } from '../../../picture/structure.ts'
import { type Session, shownSession } from '../../../state/session.ts'
import type { State } from '../../../state/store.ts'

/** Which program a picture shows at a moment of the page. */
export interface Seen {
  /** Null while there is nothing to paint in that scene. */
  readonly session: (state: State, scene: Scene) => Session | null
  /** The state as far as the pass of a mode goes. */
  readonly stateOf: (state: State, session: Session, mode: Mode) => State
}

/** The program of the page. A graph of another structure waits until its own drawing is there. */
export const OF_THE_PAGE: Seen = {
  session: (state, scene) => {
    const session = shownSession(state)
    return session && isStructureOf(scene.structure, session.graph) ? session : null
  },
  stateOf: (state) => state,
}
