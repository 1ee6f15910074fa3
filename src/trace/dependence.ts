import type { Primal } from '../autodiff/pass.ts'
import { noWords, reach } from '../autodiff/reach.ts'
import type { NodeIndex } from '../graph/graph.ts'
import { memo } from '../graph/memo.ts'
import { entriesOf } from '../notation/numbers.ts'
import type { Pass } from './pass.ts'

/**
 * What stands for a derivative: the number that the pass has found; 0, since a path leads there, but none along which a
 * derivative can pass at this point (the loser of max, a comparison); or nothing, since there is no path.
 */
export type Dependence = 'number' | 'stopped' | 'none'

/** What a dash says. */
export const NO_PATH = 'does not depend'

/** Of a node, or of one of its entries, counted over the whole graph. */
export function dependenceOf(pass: Pass, node: NodeIndex, entry?: number): Dependence {
  const { offset } = pass.primal.graph
  if (entry === undefined ? pass.present[node] : pass.presentEntries[entry]) return 'number'
  const paths = pathsOf(pass)
  const isReached = entry === undefined ? paths.subarray(offset[node], offset[node + 1]).includes(1) : paths[entry]
  return isReached ? 'stopped' : 'none'
}

/** By entry: 1 where a path leads between it and what is seeded, whether or not a derivative passes at this point. */
export const pathsOf = memo(({ sweep, primal, presentEntries }: Pass): Uint8Array => {
  if (sweep.kind === 'primal') return presentEntries
  const { graph } = primal
  const words = noWords(primal)
  for (const { name, node } of sweep.kind === 'tangent' ? graph.inputs : graph.outputs)
    if (Object.hasOwn(sweep.seed, name))
      for (const [entry, number] of entriesOf(sweep.seed[name]).entries())
        if (number !== 0) words[graph.offset[node] + entry] = 1
  return Uint8Array.from(reach(openedUp(primal), sweep.kind === 'tangent' ? 'forward' : 'reverse', words))
})

/** The same point as if a derivative passed along every edge. */
const openedUp = memo(
  (primal: Primal): Primal => ({
    ...primal,
    live: new Uint8Array(primal.live.length).fill(1),
    inside: new Map([...primal.inside].map(([node, within]) => [node, openedUp(within)])),
  }),
)
