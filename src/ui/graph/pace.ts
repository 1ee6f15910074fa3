import { arrivingTerms } from '../../state/playback.ts'
import { sidesOf } from '../../state/position.ts'
import type { Session } from '../../state/session.ts'
import type { State } from '../../state/store.ts'

/** DESIGN's motion in milliseconds, as playback shares a step's time out. */
const PULSE = 350
const NUMBER = 150
const REST = 550
const MOST_PULSES = 4

/** The parts of a step's time in which its terms travel, and in which its number then appears. */
export interface Pace {
  readonly travel: number
  readonly appear: number
}

/** In compare mode both panes keep the pace of the one with more terms. */
export function paceOf(state: State, session: Session): Pace {
  const terms = Math.max(...sidesOf(state.shown).map((side) => arrivingTerms(session, state.position, side)))
  const pulses = state.granularity === 'term' ? 1 : Math.min(MOST_PULSES, Math.max(1, terms))
  const whole = pulses * PULSE + NUMBER + (state.playing ? REST : 0)
  return { travel: (pulses * PULSE) / whole, appear: NUMBER / whole }
}
