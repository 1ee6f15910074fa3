import type { Graph, Primal } from '../core.ts'
import { memo } from '../graph/memo.ts'
import { grouped } from '../language/words.ts'
import { isQuicklyLinearised } from '../methods/linear/effort.ts'
import { type Linearised, linearised } from '../methods/linear/linearised.ts'
import { type EntryNames, namesOfEntries } from '../notation/entryNames.ts'

/** A program as a linear map between numbers, with what they are called: every entry of an array is a vertex. */
export interface Between extends EntryNames {
  readonly linear: Linearised
  /** The graph that was linearised. */
  readonly shown: Graph
}

/** The graph on the screen, entry by entry; or why not, and what to do. */
export const betweenEntries = memo((primal: Primal): Between | string => {
  const { graph } = primal
  if (isQuicklyLinearised(primal)) return { linear: linearised(primal), shown: graph, ...namesOfEntries(graph) }
  return `Entry by entry this program has ${grouped(graph.offset[graph.size])} numbers, more than can be shown here. Make its arrays smaller, or its batch.`
})
