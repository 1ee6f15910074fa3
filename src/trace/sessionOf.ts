import type { Primal } from '../autodiff/pass.ts'
import { primal } from '../autodiff/primal.ts'
import type { Graph } from '../core.ts'
import { memo } from '../graph/memo.ts'
import { passes } from './passes.ts'
import type { Timeline } from './position.ts'

/** All that follows from a graph at its program's point. Passes are computed when first asked for. */
export interface Session {
  readonly graph: Graph
  readonly primal: Primal
  readonly timeline: Timeline
}

export const sessionOf = memo((graph: Graph): Session => {
  const values = primal(graph)
  const timeline = { forward: passes(values, 'forward'), reverse: passes(values, 'reverse') }
  return { graph, primal: values, timeline }
})
