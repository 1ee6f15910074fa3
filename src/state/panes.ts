import type { Mode } from '../autodiff/pass.ts'
import { MOST_ELEMENTS } from '../picture/structure.ts'
import type { Panes } from '../trace/position.ts'
import { isSecondOrder } from './session.ts'
import type { State } from './store.ts'

/** The modes of each graph on the stage, and whether the graphs stand one above the other. */
export interface PaneLayout {
  readonly panes: readonly (readonly Mode[])[]
  readonly stacked: boolean
}

const STAGES = {
  forward: { panes: [['forward']], stacked: false },
  reverse: { panes: [['reverse']], stacked: false },
  over: { panes: [['forward', 'reverse']], stacked: false },
  side: { panes: [['forward'], ['reverse']], stacked: false },
  stack: { panes: [['forward'], ['reverse']], stacked: true },
} as const satisfies Record<Mode | Panes, PaneLayout>

/** What the stage shows, the same object each time. */
export const stageOf = (state: State): PaneLayout => STAGES[nameOfStage(state)]

export const nameOfStage = (state: State): Mode | Panes => (state.shown === 'compare' ? panesOf(state) : state.shown)

/** A race and a Hessian-vector product take a graph for each mode; so do graphs of heat maps, whose tiles have one number. */
function panesOf(state: State): Panes {
  const splits = state.position.race !== undefined || isSecondOrder(state)
  if (splits) return state.panes === 'stack' ? 'stack' : 'side'
  // Beside another program there is room for one graph.
  if (state.beside) return 'over'
  const isLarge = (state.compilation.graph?.size ?? 0) > MOST_ELEMENTS
  return isLarge && state.panes !== 'stack' ? 'side' : (state.panes ?? 'over')
}
