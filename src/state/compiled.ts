import type { Compilation } from './compilation.ts'
import { type State, useGradual } from './store.ts'
import { until } from './until.ts'

/** Whether what the program has become is what its text says now: long texts take their time. */
export const isCompiled = ({ compilation, source }: State): boolean => compilation.source === source

/** What the text on the screen has become, once it is compiled; of a text that is replaced before, what the next one becomes. */
export const compiled = (): Promise<Compilation> =>
  until(useGradual, (state) => (isCompiled(state) ? state.compilation : null))
