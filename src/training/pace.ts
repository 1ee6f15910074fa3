/** Updates a second; null as many as there is time for. */
export type Pace = number | null

/** Up to this pace each of the three steps is seen for itself. */
const WATCHED = 2

export const isWatched = (pace: Pace): pace is number => pace !== null && pace <= WATCHED
