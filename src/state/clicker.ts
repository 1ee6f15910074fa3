/** What a clicker’s two buttons do besides stepping: on and back in a lesson. */
interface Clicked {
  readonly on: () => void
  readonly back: () => void
  /** Whether they do so now. */
  readonly takes: () => boolean
}

/** Set by what loads with the first lesson; until then they step. */
export const clicker: { of: Clicked | null } = { of: null }
