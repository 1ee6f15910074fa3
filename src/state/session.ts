import type { Mode } from '../autodiff/pass.ts'
import type { Frame } from '../trace/pass.ts'
import { frameOf, isPast, leadingMode, modesOf } from '../trace/position.ts'
import { type Session, sessionOf } from '../trace/sessionOf.ts'
import { hiding } from './hiding.ts'
import { later } from './later.ts'
import type { Seeds } from './seeds.ts'
import type { State } from './store.ts'

export type { Session }

/** Comes with the first seed of the user's own, given in a link or in the page. */
export const ownSeeds = later('What gives the link’s own seeds', () => import('./ownSeeds.ts'))

/** The session of the graph on the screen, with seeds of the user's own; null before any program has worked. */
export const currentSession = ({ compilation: { graph }, seeds }: State): Session | null =>
  graph && withSeeds(sessionOf(graph), seeds)

const withSeeds = (session: Session, seeds: Seeds): Session => ownSeeds.now?.withOwnSeeds(session, seeds) ?? session

/** The same as it may be shown: what is hidden now is not in it. */
export function shownSession(state: State): Session | null {
  const session = currentSession(state)
  return session && (hiding.of?.shown(session, state) ?? session)
}

/** Whether reverse mode has the passes of a Hessian-vector product. */
export const isSecondOrder = (state: State): boolean =>
  state.seeds.hvp !== null && currentSession(state)?.timeline.reverse.of === 'second'

/** The mode whose pass the step panel, the trace table and the transport speak of. */
export function modeAtHand(state: State): Mode {
  const session = currentSession(state)
  if (!session) return state.preferred
  return leadingMode(session.timeline, state.shown, state.position, state.preferred)
}

/** The pass at hand and how far it has come. */
export function frameAtHand(state: State): Frame | null {
  const session = shownSession(state)
  return session && frameOf(session.timeline, state.position, modeAtHand(state))
}

/** A mode that is shown, and where its pass stands. */
export interface ToldPass {
  readonly mode: Mode
  readonly frame: Frame
  /** It has finished and waits for the other mode. */
  readonly waits: boolean
}

/** What each mode shown has come to; the primal pass, which they share, once. */
export function toldModes(state: State): readonly ToldPass[] {
  const session = shownSession(state)
  if (!session) return []
  const { timeline } = session
  const told = modesOf(state.shown).map((mode) => ({
    mode,
    frame: frameOf(timeline, state.position, mode),
    waits: isPast(timeline, state.position, mode),
  }))
  return told[0].frame.pass.kind === 'primal' && !state.position.race ? told.slice(0, 1) : told
}
