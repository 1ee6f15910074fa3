import type { Mode, Primal } from '../autodiff/pass.ts'
import { primal } from '../autodiff/primal.ts'
import { valueWarnings } from '../autodiff/warnings.ts'
import type { Diagnostic, Graph } from '../core.ts'
import type { Frame } from '../trace/pass.ts'
import { passes } from '../trace/passes.ts'
import { frameOf, isPast, sideAtHand, sidesOf, type Timeline } from './position.ts'
import type { Seeds, State } from './store.ts'

/** All that follows from a graph at its program's point. Passes are computed when first asked for. */
export interface Session {
  readonly graph: Graph
  readonly primal: Primal
  readonly timeline: Timeline
  readonly warnings: readonly Diagnostic[]
}

const sessions = new WeakMap<Graph, Session>()

export function sessionOf(graph: Graph): Session {
  const known = sessions.get(graph)
  if (known) return known
  const values = primal(graph)
  const timeline = { forward: passes(values, 'forward'), reverse: passes(values, 'reverse') }
  const session = { graph, primal: values, timeline, warnings: valueWarnings(values) }
  sessions.set(graph, session)
  return session
}

type Seeding = (session: Session, seeds: Seeds) => Session

/** Replaced when the first seed of the user's own is loaded. */
let seeding: Seeding = (session) => session

export const seedSessionsBy = (how: Seeding): void => {
  seeding = how
}

/** The session of the graph on the screen, with seeds of the user's own; null before any program has worked. */
export const currentSession = ({ compilation: { graph }, seeds }: State): Session | null =>
  graph && seeding(sessionOf(graph), seeds)

/** Whether reverse mode has the passes of a Hessian-vector product. */
export const isSecondOrder = (state: State): boolean =>
  state.seeds.hvp !== null && currentSession(state)?.timeline.reverse.of === 'second'

/** The mode whose pass the step panel, the trace table and the transport speak of. */
export function modeAtHand(state: State): Mode {
  const session = currentSession(state)
  if (!session) return state.preferred
  return sideAtHand(session.timeline, state.shown, state.position, state.preferred)
}

/** The pass at hand and how far it has come. */
export function frameAtHand(state: State): Frame | null {
  const session = currentSession(state)
  return session && frameOf(session.timeline, state.position, modeAtHand(state))
}

/** A mode that is shown, and where its pass stands. */
export interface Told {
  readonly side: Mode
  readonly frame: Frame
  /** It has finished and waits for the other mode. */
  readonly waits: boolean
}

/** What each mode shown has come to; the primal pass, which they share, once. */
export function toldModes(state: State): readonly Told[] {
  const session = currentSession(state)
  if (!session) return []
  const { timeline } = session
  const told = sidesOf(state.shown).map((side) => ({
    side,
    frame: frameOf(timeline, state.position, side),
    waits: isPast(timeline, state.position, side),
  }))
  return told[0].frame.pass.kind === 'primal' && !state.position.race ? told.slice(0, 1) : told
}

/** Problems of the text, then what its values give rise to. */
export function problemsOf(state: State): readonly Diagnostic[] {
  const { diagnostics, outOfDate } = state.compilation
  const session = currentSession(state)
  return session && !outOfDate ? [...diagnostics, ...session.warnings] : diagnostics
}
