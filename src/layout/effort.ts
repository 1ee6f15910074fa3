/** How much work each stage may do. */
export interface Effort {
  /** Beginnings of the search for an order, sweeps of each, and rounds of exchanges after each sweep. */
  readonly starts: number
  readonly sweeps: number
  readonly exchanges: number
  /** Rounds over all layers that move items towards their neighbours. */
  readonly descents: number
}

/** Graphs of so few nodes are always drawn at their best, whatever it costs in crossings or moves. */
export const TINY = 12

/** Beyond so many segments the order is that of the depth-first search. */
const MANY_SEGMENTS = 60_000

/**
 * The effort that a graph of so many segments is worth: about ten milliseconds at 200 nodes, a quarter of a second at
 * 3,000. It goes by size, never by the clock, so that the same graph always gets the same picture.
 */
export function effortFor(segments: number): Effort {
  if (segments > MANY_SEGMENTS) return { starts: 0, sweeps: 0, exchanges: 0, descents: 2 }
  const share = (work: number, least: number, most: number) =>
    Math.round(Math.min(most, Math.max(least, work / segments)))
  return {
    starts: share(2_400, 1, 6),
    sweeps: share(9_600, 4, 24),
    exchanges: share(4_000, 2, 10),
    descents: share(12_000, 6, 200),
  }
}
