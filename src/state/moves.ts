import type { Position } from './position.ts'
import type { Session } from './session.ts'
import type { State } from './store.ts'

type Move = (session: Session, state: State) => Position

/** How playback moves: each leads to another position. */
export interface Moves {
  readonly start: (session: Session) => Position
  readonly end: Move
  /** null at the end. */
  readonly forward: (session: Session, state: State) => Position | null
  /** null at the start. */
  readonly back: (session: Session, state: State) => Position | null
  readonly nextPass: Move
  readonly previousPass: Move
  /** Lets the time pass that the way from the position before takes. */
  readonly animate: (before: Position, done: () => void) => void
}
