import { create } from 'zustand'
import type { Graph, Mode } from '../../../../core.ts'
import { entryCount } from '../../../../graph/nodes.ts'
import { endsOf, fitting, ownWeights } from '../../../../state/ownSeeds.ts'
import { setSeed } from '../../../../state/seeding.ts'
import type { Seeds } from '../../../../state/seeds.ts'
import type { Weights } from '../../../../state/seedText.ts'
import { now } from '../../../../state/store.ts'

/** Seeds as they were last edited, played or not. */
interface Draft {
  readonly forward: Weights | null
  readonly reverse: Weights | null
}

export const useDraft = create<Draft>(() => ({ forward: null, reverse: null }))

/** The weights of all inputs or outputs: those that are played, else the last ones that were given, else a single 1. */
export function weightsOf(graph: Graph, mode: Mode, seeds: Seeds, draft: Weights | null): Weights {
  const given = ownWeights(graph, mode, seeds) ?? (draft && fitting(graph, mode, draft))
  return new Map(
    endsOf(graph, mode).map(({ name, node }, place) => {
      const count = entryCount(graph, node)
      return [name, given ? (given.get(name) ?? zeros(count)) : place === 0 ? first(count) : zeros(count)]
    }),
  )
}

const zeros = (count: number): number[] => new Array(count).fill(0)
export const first = (count: number): number[] => zeros(count).fill(1, 0, 1)

/** Gives an input or output its part of the seed; a pass that is played with it follows. */
export function giveEntries(mode: Mode, weights: Weights, name: string, entries: readonly number[]): void {
  const given = new Map([...weights, [name, entries]])
  useDraft.setState({ [mode]: given })
  if (now().seeds[mode] !== null) setSeed(mode, given)
}
