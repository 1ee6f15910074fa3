import type { Mode } from '../autodiff/pass.ts'
import type { Position } from '../trace/position.ts'
import type { Session } from './session.ts'
import type { DrawnFrame } from './stepPace.ts'
import type { State } from './store.ts'

type Move = (session: Session, state: State) => Position

/** How playback moves, as functions of the state: where each leads, how long a step takes, and what is drawn on the way. */
export interface Moves {
  readonly start: (session: Session) => Position
  readonly end: Move
  /** null at the end. */
  readonly forward: (session: Session, state: State) => Position | null
  /** null at the start. */
  readonly back: (session: Session, state: State) => Position | null
  readonly nextPass: Move
  readonly previousPass: Move
  /** Milliseconds that the way to the position takes. */
  readonly duration: (state: State) => number
  /** What pictures draw of a mode on that way, as the clock goes from 0 to 1. */
  readonly drawn: (session: Session, state: State, mode: Mode, progress: number) => DrawnFrame
}
