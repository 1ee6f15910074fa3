import { useMemo } from 'react'
import { frameOf, isPast, sidesOf } from '../../../state/position.ts'
import type { Session } from '../../../state/session.ts'
import { useGradual } from '../../../state/store.ts'
import type { Standing } from '../../../trace/table.ts'

/** Where the modes that are shown stand. */
export function useStandings({ timeline }: Session): readonly Standing[] {
  const shown = useGradual((state) => state.shown)
  const position = useGradual((state) => state.position)
  return useMemo(() => {
    const sides = sidesOf(shown)
    const isDone = sides.every((side) => isPast(timeline, position, side))
    return sides.map((side) => ({
      list: timeline[side],
      index: Math.min(position[side], timeline[side].count - 1),
      frame: frameOf(timeline, position, side),
      waits: !isDone && isPast(timeline, position, side),
    }))
  }, [timeline, shown, position])
}
