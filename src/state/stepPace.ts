import type { Frame } from '../trace/pass.ts'
import { frameOf, modesOf } from '../trace/position.ts'
import { termsOf } from '../trace/terms.ts'
import type { Session } from './session.ts'
import type { State } from './store.ts'

/** Milliseconds: a pulse along an edge, then the number; many terms share the time of four. */
const PULSE = 350
const NUMBER = 150
const MOST_PULSES = 4
/** In playback, time to read before the next step. */
const REST = 550

/** How long the animation of a step takes, and how it shares the time out. */
export interface StepPace {
  /** Milliseconds at normal speed. */
  readonly duration: number
  /** The part in which the terms travel. */
  readonly travel: number
  /** The part in which the number then appears. */
  readonly appear: number
}

/** What a picture draws of a mode: a frame, and how far its last step has come. */
export interface DrawnFrame {
  readonly frame: Frame
  /** The mode waits, with nothing at hand. */
  readonly waits: boolean
  /** From 0 to 1, when everything of the step has arrived. */
  readonly progress: number
  readonly pace: Omit<StepPace, 'duration'>
}

/** The pace of the step that has just been completed: in compare mode both keep that of the mode with more terms. */
export function paceOf(state: State, { timeline }: Session): StepPace {
  const terms = modesOf(state.shown).map((mode) => {
    const { pass, step } = frameOf(timeline, state.position, mode)
    return step > 0 ? termsOf(pass, step - 1).length : 0
  })
  const pulses = state.granularity === 'term' ? 1 : Math.min(MOST_PULSES, Math.max(1, ...terms))
  const duration = pulses * PULSE + NUMBER + (state.playing ? REST : 0)
  return { duration, travel: (pulses * PULSE) / duration, appear: NUMBER / duration }
}

/** Where nothing moves, playback still gives the reader time. */
export const STILL = NUMBER + REST
