/** A byte address within nested loops: `base + Σ counter·stride`, one stride for each loop around, outermost first. */
export interface Place {
  readonly base: number
  readonly strides: readonly number[]
}

/** The same with trailing loops left out that do not move it. */
export function movingStrides(strides: readonly number[]): readonly number[] {
  let length = strides.length
  while (length > 0 && strides[length - 1] === 0) length--
  return strides.slice(0, length)
}

export const keyOf = ({ base, strides }: Place): string => {
  const moving = movingStrides(strides)
  return moving.length === 0 ? `${base}` : `${base}:${moving.join()}`
}

/** Within one loop more. */
export const inLoop = (places: readonly Place[], strides: readonly number[]): Place[] =>
  places.map(({ base, strides: outer }, i) => ({ base, strides: [...outer, strides[i]] }))

export const moved = (places: readonly Place[], by: (place: Place, i: number) => number): Place[] =>
  places.map((place, i) => ({ ...place, base: place.base + by(place, i) }))

/** From the first byte of a number to behind the last, over the loops from that one on, of so many turns each. */
function range({ base, strides }: Place, counts: readonly number[], first: number): [number, number] {
  let [from, to] = [base, base + 8]
  for (let loop = first; loop < strides.length; loop++) {
    const reach = strides[loop] * (counts[loop] - 1)
    if (reach < 0) from += reach
    else to += reach
  }
  return [from, to]
}

/**
 * Whether two places can meet while the loops from `first` on run, whichever turns each is at. Where the loops around
 * them move both alike, those do not count.
 */
export function canMeet(a: Place, b: Place, counts: readonly number[], first: number): boolean {
  const isAlike = a.strides.every((stride, loop) => loop >= first || stride === b.strides[loop])
  const [fromA, toA] = range(a, counts, isAlike ? first : 0)
  const [fromB, toB] = range(b, counts, isAlike ? first : 0)
  return fromA < toB && fromB < toA
}

/** Whether two places of different keys can meet in one and the same turn. */
export const canMeetAtOnce = (a: Place, b: Place, counts: readonly number[]): boolean =>
  a.strides.some((stride, loop) => stride !== b.strides[loop]) && canMeet(a, b, counts, 0)
