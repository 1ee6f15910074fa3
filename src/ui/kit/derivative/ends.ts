import { type Graph, type Mode, type Seed, seedAt, seedCount, seedIndex } from '../../../core.ts'
import { entryCount } from '../../../graph/nodes.ts'

/** One end of a derivative: an input or an output, or an entry of it. */
export interface End {
  readonly seed: Seed
  /** All entries at once. */
  readonly isWhole: boolean
}

/** The end that is chosen by name, else the first one; null where there is none. An array’s own name means all its entries. */
export function endAt(graph: Graph, mode: Mode, name: string | null): End | null {
  if (seedCount(graph, mode) === 0) return null
  const index = Math.max(0, name === null ? 0 : seedIndex(graph, mode, name))
  const seed = seedAt(graph, mode, index)
  return { seed, isWhole: entryCount(graph, seed.node) > 1 && (name === null || !name.includes('[')) }
}

export const nameOfEnd = ({ seed, isWhole }: End): string => (isWhole ? seed.of : seed.name)
