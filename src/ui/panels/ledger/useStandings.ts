import { useMemo } from 'react'
import { hidesCounts } from '../../../state/hiding.ts'
import type { Session } from '../../../state/session.ts'
import { useGradual } from '../../../state/store.ts'
import { frameOf, isPast, modesOf, passesSoFar } from '../../../trace/position.ts'
import type { Standing } from '../../../trace/table.ts'

/** Where the modes that are shown stand. */
export function useStandings({ timeline }: Session): readonly Standing[] {
  const shown = useGradual((state) => state.shown)
  const position = useGradual((state) => state.position)
  const isHidden = useGradual(hidesCounts)
  return useMemo(() => {
    const modes = modesOf(shown)
    // Columns of passes could be counted.
    const lists = isHidden ? passesSoFar(timeline, position) : timeline
    const isDone = modes.every((mode) => isPast(timeline, position, mode))
    return modes.map((mode) => ({
      list: lists[mode],
      index: Math.min(position[mode], timeline[mode].count - 1),
      frame: frameOf(timeline, position, mode),
      waits: !isDone && isPast(timeline, position, mode),
    }))
  }, [timeline, shown, position, isHidden])
}
