import { useMemo } from 'react'
import { frameOf, isPast, modesOf } from '../../../state/position.ts'
import type { Session } from '../../../state/session.ts'
import { useGradual } from '../../../state/store.ts'
import type { Standing } from '../../../trace/table.ts'

/** Where the modes that are shown stand. */
export function useStandings({ timeline }: Session): readonly Standing[] {
  const shown = useGradual((state) => state.shown)
  const position = useGradual((state) => state.position)
  return useMemo(() => {
    const modes = modesOf(shown)
    const isDone = modes.every((mode) => isPast(timeline, position, mode))
    return modes.map((mode) => ({
      list: timeline[mode],
      index: Math.min(position[mode], timeline[mode].count - 1),
      frame: frameOf(timeline, position, mode),
      waits: !isDone && isPast(timeline, position, mode),
    }))
  }, [timeline, shown, position])
}
