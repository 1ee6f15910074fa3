import { canMeet, keyOf, type Place } from '../places.ts'
import type { CompiledStep, StepStructure } from '../structure.ts'

/** A step of a loop's body, and which of the loop's places are its own: those from one index to before another. */
export interface BodyStep {
  readonly structure: StepStructure
  readonly from: number
  readonly to: number
}

/** What a body consists of, each with its own places. */
export function eachOf(
  body: readonly StepStructure[],
  places: readonly Place[],
  take: (structure: StepStructure, places: readonly Place[], from: number) => void,
): void {
  let from = 0
  for (const structure of body) {
    take(structure, places.slice(from, from + structure.places), from)
    from += structure.places
  }
}

/** A place that a loop's body reads or writes. */
export interface Use {
  readonly key: string
  readonly place: Place
  readonly isWritten: boolean
  /** Whether it is the same in each turn, and nothing else that is written can be there. */
  readonly stays: boolean
  /** What the turn before has written there, and nothing else has. */
  readonly carriedFrom: Place | null
  /** How far it moves with every turn. */
  readonly stride: number
  /** Whether another use may be there, at whatever turn, of which one is written. */
  readonly meets: boolean
}

/** By place: what a loop does with it. `within` are the places of its body, `counts` the turns of all loops around those. */
export function usesOf(steps: readonly BodyStep[], within: readonly Place[], counts: readonly number[]): Use[] {
  const found = new Map<string, { place: Place; isWritten: boolean; isRead: boolean }>()
  for (const { structure, from } of steps) {
    const { reads, adds } = structure as CompiledStep
    for (let i = 0; i <= reads; i++) {
      const place = within[from + i]
      const key = keyOf(place)
      const use = found.get(key) ?? { place, isWritten: false, isRead: false }
      found.set(key, use)
      if (i === 0) {
        // Written before it is ever read, it takes nothing from the turn before.
        use.isRead ||= adds && !use.isWritten
        use.isWritten = true
      } else use.isRead ||= !use.isWritten
    }
  }
  const all = [...found]
  const loop = counts.length - 1
  const written = all.filter(([, { isWritten }]) => isWritten)
  return all.map(([key, { place, isWritten, isRead }]) => {
    const stride = place.strides[loop]
    const rivals = (isWritten ? all : written).filter(
      ([other, use]) => other !== key && canMeet(place, use.place, counts, loop),
    )
    const writers = rivals.filter(([, use]) => use.isWritten)
    const [from] = writers
    const isBehind =
      isRead &&
      stride !== 0 &&
      writers.length === 1 &&
      from[1].place.strides.every((each, i) => each === place.strides[i]) &&
      from[1].place.base - stride === place.base
    return {
      ...{ key, place, isWritten, stride },
      stays: stride === 0 && rivals.length === 0,
      carriedFrom: isBehind ? from[1].place : null,
      meets: rivals.length > 0,
    }
  })
}

/** Whether the turns are independent of each other, and the numbers next to each other. */
export const isApart = (uses: readonly Use[]): boolean =>
  uses.every(({ stride, isWritten, meets }) => !meets && (stride === 8 || (stride === 0 && !isWritten)))
