import type { Primal } from '../autodiff/pass.ts'
import { CONSTANT, type Graph, type NodeIndex } from '../graph/graph.ts'

/** The life of some numbers: from the step that writes them to the last step that reads them. */
export interface Life {
  readonly kind: 'value' | 'tangent' | 'adjoint' | 'inside'
  readonly node: NodeIndex
  readonly entries: number
  readonly from: number
  to: number
}

/** A life that begins; reading makes it longer. */
export const lifeOf = (kind: Life['kind'], node: NodeIndex, entries: number, step: number): Life => ({
  ...{ kind, node, entries, from: step, to: step },
})

export function readBy(life: Life | undefined, step: number): void {
  if (life) life.to = Math.max(life.to, step)
}

/** The steps of a mode, pass after pass, and the lives of its numbers. */
export interface MemoryTimeline {
  readonly firstStep: number[]
  /** By step. */
  readonly node: NodeIndex[]
  readonly lives: Life[]
  /** How many passes of the mode it holds. */
  readonly covered: number
}

/** Steps that a timeline may have. */
export const MOST_STEPS = 50_000

/** Constants are part of the program: they take no memory. */
export const takesMemory = ({ op }: Graph, node: NodeIndex): boolean => op[node] !== CONSTANT

/** By node: how many of its entries are present. */
export function presentEntries({ graph: { offset, size } }: Primal, present: ArrayLike<number>): Int32Array {
  const counts = new Int32Array(size)
  for (let node = 0; node < size; node++)
    for (let entry = offset[node]; entry < offset[node + 1]; entry++) counts[node] += present[entry]
  return counts
}
