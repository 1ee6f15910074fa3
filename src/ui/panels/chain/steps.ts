import { useEffect } from 'react'
import type { Steps } from '../../../state/choices/chain.ts'
import { say } from '../../../state/notices.ts'
import { change, now, useGradual } from '../../../state/store.ts'

/** Where steps are kept. */
type Kept = 'verticesEliminated' | 'layersMultiplied'

const NONE: readonly number[] = []

/** The steps taken on what `on` names; of those of a link as many as are possible, with a notice if it has others. */
export function useSteps(kept: Kept, on: string, possible: (taken: readonly number[]) => number): readonly number[] {
  const steps = useGradual((state) => state[kept])
  useEffect(() => {
    if (now()[kept].on !== on) begin(kept, on, possible)
  })
  return steps.on === on ? steps.taken : NONE
}

function begin(kept: Kept, on: string, possible: (taken: readonly number[]) => number): void {
  const { taken, on: before }: Steps = now()[kept]
  const count = before === null ? possible(taken) : 0
  take(kept, on, taken.slice(0, count))
  if (before === null && count < taken.length)
    say('The link has steps that this program does not allow; they are ignored.')
}

/** Replaces the steps taken by these. */
export const take = (kept: Kept, on: string, taken: readonly number[]): void => change({ [kept]: { on, taken } })

export const takenOn = (kept: Kept, on: string): readonly number[] => (now()[kept].on === on ? now()[kept].taken : NONE)
