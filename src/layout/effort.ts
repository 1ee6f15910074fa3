/** How much work each stage may do. */
export interface Effort {
  /** Beginnings of the search for an order, sweeps of each, and rounds of exchanges after each sweep. */
  readonly starts: number
  readonly sweeps: number
  readonly exchanges: number
  /** Rounds over all layers that move items towards their neighbours. */
  readonly descents: number
}

/** Up to so many segments, and shares of the work beyond. */
const SMALL = 2_000
const LARGE = 60_000

/**
 * The effort that a graph of so many segments is worth. It goes by size, never by the clock, so that the same graph
 * always gets the same picture; beyond 60,000 segments the order is that of the depth-first search.
 */
export function effortFor(segments: number): Effort {
  if (segments > LARGE) return { starts: 0, sweeps: 0, exchanges: 0, descents: 2 }
  const share = Math.min(1, SMALL / segments)
  return {
    starts: share === 1 ? 2 : 1,
    sweeps: Math.max(4, Math.round(8 * share)),
    exchanges: Math.max(2, Math.round(4 * share)),
    descents: Math.round(Math.min(200, Math.max(6, 20_000 / segments))),
  }
}
