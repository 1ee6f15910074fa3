/** What a clicker’s two buttons do besides stepping: on and back in a lesson. */
interface Clicked {
  readonly on: () => void
  readonly back: () => void
  /** Whether they do so now. */
  readonly takes: () => boolean
  /** Whether there is nothing more on, or back. */
  readonly isAtEnd: (way: 1 | -1) => boolean
}

/** Set by what loads with the first lesson; until then they step. */
export const clicker: { of: Clicked | null } = { of: null }
