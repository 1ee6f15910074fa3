import { frameOf, isPast, modesOf, passesSoFar } from '../trace/position.ts'
import type { Standing } from '../trace/table.ts'
import type { Session } from './session.ts'
import type { State } from './store.ts'

/** Where the modes that are shown stand. */
export function standingsOf(
  { timeline }: Session,
  { shown, position }: Pick<State, 'shown' | 'position'>,
  areCountsHidden: boolean,
): readonly Standing[] {
  const modes = modesOf(shown)
  // Columns of passes could be counted.
  const lists = areCountsHidden ? passesSoFar(timeline, position) : timeline
  const isDone = modes.every((mode) => isPast(timeline, position, mode))
  return modes.map((mode) => ({
    list: lists[mode],
    index: Math.min(position[mode], timeline[mode].count - 1),
    frame: frameOf(timeline, position, mode),
    waits: !isDone && isPast(timeline, position, mode),
  }))
}
