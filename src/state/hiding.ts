import type { Session } from '../trace/sessionOf.ts'
import type { HideKind } from './choices/hiding.ts'
import type { State } from './store.ts'

/** What loads with the first thing that is hidden (`state/masking.ts`). */
interface Hiding {
  /** The session as it may be shown: what is hidden stands as NaN, which is then written “?”, and so is all that follows from it. */
  readonly shown: (session: Session, state: State) => Session
  /** Tells the number of the step at hand; false where it is known already. */
  readonly tells: () => boolean
  /** Whether derivatives are to be found by steps first. */
  readonly keepsResults: (state: State) => boolean
}

export const hiding: { of: Hiding | null } = { of: null }

/** In a lesson, the first move of a scene ends it; the speaker’s window shows all. */
const isOver = ({ lesson, revealed, speaker }: State) => speaker !== null || (lesson !== null && (revealed ?? 0) > 0)

/** The kinds that are hidden now. */
export const hiddenKinds = (state: State): State['hide'] => (isOver(state) ? NONE : state.hide)
const NONE: State['hide'] = new Set()

/** The nodes that are covered now. */
export const coveredNodes = (state: State): State['covered'] => (isOver(state) ? NO_NAMES : state.covered)
const NO_NAMES: State['covered'] = new Set()

/** Whether counts, words or results are hidden now. Derivatives as results tell tangents and adjoints: they wait for these. */
export const hides = (state: State, kind: HideKind): boolean =>
  hiddenKinds(state).has(kind) || (kind === 'results' && (hiding.of?.keepsResults(state) ?? false))

export const hidesCounts = (state: State): boolean => hides(state, 'counts')
export const hidesWords = (state: State): boolean => hides(state, 'words')
export const hidesResults = (state: State): boolean => hides(state, 'results')
