import type { State } from '../store.ts'
import { choiceNames, type Moment, recordOf } from './all.ts'

/** What a link says of the choices, but for those that it takes the passes to say. What is left out is undefined. */
export const saidOf = (state: State): Moment =>
  Object.assign(
    {},
    ...choiceNames.map((name) => {
      const { link } = recordOf(name)
      return link?.of.isSaid(state) ? link.says?.(state[name], state) : {}
    }),
  )

/** The choices that a link decides; those that wait for its graph are as at first. */
export const decidedBy = (moment: Moment, before: State): Partial<State> =>
  Object.fromEntries(
    choiceNames.flatMap((name) => {
      const { link, start } = recordOf(name)
      if (!link?.of.isDecided(moment)) return []
      return [[name, link.means ? link.means(moment, before[name], moment) : start]]
    }),
  )
