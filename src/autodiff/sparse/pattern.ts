import { traversalsIn } from '../../graph/work.ts'
import type { Mode, Primal } from '../pass.ts'
import { PASSES_PER_WORD, reach, seedWords } from '../reach.ts'
import { passCount, type Seed, seedAt } from '../seeds.ts'

/** Where a Jacobian can differ from 0 at a point: by presence alone, without its numbers. */
export interface Sparsity {
  /** Output entries, and input entries. */
  readonly rows: readonly Seed[]
  readonly columns: readonly Seed[]
  /** By row: the columns that are present, ascending. */
  readonly present: readonly Int32Array[]
}

/** Entries that a Jacobian may have to be looked at entry by entry. */
const MOST_ENTRIES = 1_000_000

/** Up to 32 columns are found in one traversal. Null for a Jacobian that would take longer than anyone waits. */
export function sparsityOf(primal: Primal): Sparsity | null {
  const { graph } = primal
  const [height, width] = [passCount(graph, 'reverse'), passCount(graph, 'forward')]
  if (height * width > MOST_ENTRIES || width > traversalsIn(graph) * PASSES_PER_WORD) return null
  const { offset } = graph
  const rows = seedsOf(primal, 'reverse')
  const columns = seedsOf(primal, 'forward')
  const present: number[][] = rows.map(() => [])
  for (let first = 0; first < columns.length; first += PASSES_PER_WORD) {
    const together = columns.slice(first, first + PASSES_PER_WORD)
    const indices = together.map((_, bit) => first + bit)
    const words = reach(primal, 'forward', seedWords(primal, 'forward', indices))
    for (const [row, { node, entry }] of rows.entries())
      for (const bit of together.keys()) if (words[offset[node] + entry] & (1 << bit)) present[row].push(first + bit)
  }
  return { rows, columns, present: present.map((each) => Int32Array.from(each)) }
}

const seedsOf = ({ graph }: Primal, mode: Mode): Seed[] =>
  Array.from({ length: passCount(graph, mode) }, (_, index) => seedAt(graph, mode, index))

/** The same by column: the rows that are present. */
export function transposed({ rows, columns, present }: Sparsity): Sparsity {
  const turned: number[][] = columns.map(() => [])
  for (const [row, own] of present.entries()) for (const column of own) turned[column].push(row)
  return { rows: columns, columns: rows, present: turned.map((each) => Int32Array.from(each)) }
}
