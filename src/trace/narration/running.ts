import type { EdgeIndex, Value } from '../../graph/graph.ts'
import { finalAt } from '../frame.ts'
import { runningSums } from '../terms.ts'
import { isStepTold } from '../withheld.ts'
import type { Situation } from './situation.ts'
import { type Words, words } from './voice.ts'

/** One line of the running sum: what is added, and the sum after it. */
export interface RunningLine extends Words {
  /** Along which edge; null for the seed. */
  readonly edge: EdgeIndex | null
  readonly product: Value
  readonly sum: Value
  readonly arrived: boolean
  /** Whether nothing of its step is hidden: NaN is then what it says. */
  readonly isTold: boolean
}

/** More lines than this are counted, not listed. */
const MOST_LINES = 12

/** The running sum, and how many lines are left out; empty in the primal pass. */
export function runningOf({ pass, graph, node, seed, terms, arrived }: Situation): {
  lines: RunningLine[]
  omitted: number
} {
  if (pass.kind === 'primal') return { lines: [], omitted: 0 }
  const shown = terms.slice(0, MOST_LINES)
  // The last one is the node’s number, which may stand although the terms that lead to it are hidden.
  const sums = [...runningSums(seed, terms).slice(0, -1), finalAt(pass, node)]
  const isTold = isStepTold(pass, node)
  const first = seed === null ? 0 : 1
  const lines = shown.map(({ edge, source, product }, i) => ({
    ...words(graph, ({ node }) => `from ${node(source)}`),
    ...{ edge, product, sum: sums[i + first], arrived: i < arrived, isTold },
  }))
  const seeded =
    seed === null ? [] : [{ text: 'seed', speech: 'seed', edge: null, product: seed, sum: seed, arrived: true, isTold }]
  return { lines: [...seeded, ...lines], omitted: terms.length - shown.length }
}
