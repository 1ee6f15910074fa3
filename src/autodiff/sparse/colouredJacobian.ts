import { entryCount, shapeAt } from '../../graph/nodes.ts'
import { traversalsIn } from '../../graph/work.ts'
import { nested, type Value } from '../../primitives/value.ts'
import { adjoint } from '../adjoint.ts'
import type { Mode, Numbers, Primal } from '../pass.ts'
import { record } from '../point.ts'
import type { Seed } from '../seeds.ts'
import { tangent } from '../tangent.ts'
import { type Colouring, colourColumns, colourRows } from './colouring.ts'
import { type Sparsity, sparsityOf, transposed } from './pattern.ts'

/** A Jacobian by seed compression: one pass for each colour, whose seed adds up the columns (or rows) of that colour. */
export interface ColouredJacobian {
  readonly mode: Mode
  readonly sparsity: Sparsity
  readonly colouring: Colouring
  /** By colour: the seed of its pass. */
  readonly seeds: readonly Numbers[]
  /** By row of `sparsity`, then by column; 0 where absent. */
  readonly entries: readonly Float64Array[]
}

/** Null where its sparsity, or so many passes, would take longer than anyone waits. */
export function colouredJacobian(primal: Primal, mode: Mode): ColouredJacobian | null {
  const sparsity = sparsityOf(primal)
  if (!sparsity) return null
  const colouring = (mode === 'forward' ? colourColumns : colourRows)(sparsity)
  if (colouring.colours > traversalsIn(primal.graph)) return null
  const seeded = mode === 'forward' ? sparsity.columns : sparsity.rows
  const seeds = Array.from({ length: colouring.colours }, (_, colour) =>
    addedUp(
      primal,
      seeded.filter((_, i) => colouring.colourOf[i] === colour),
    ),
  )
  const passes = seeds.map((seed) => (mode === 'forward' ? tangent : adjoint)(primal, seed).numbers)
  return { mode, sparsity, colouring, seeds, entries: recovered(primal, mode, sparsity, colouring, passes) }
}

/** A row meets each colour in one column at most, so that what a pass gives there belongs to that column. */
function recovered(
  { graph: { offset } }: Primal,
  mode: Mode,
  sparsity: Sparsity,
  { colourOf }: Colouring,
  passes: readonly Float64Array[],
): Float64Array[] {
  const entries = sparsity.rows.map(() => new Float64Array(sparsity.columns.length))
  const { rows, present } = mode === 'forward' ? sparsity : transposed(sparsity)
  for (const [read, { node, entry }] of rows.entries())
    for (const seeded of present[read]) {
      const [row, column] = mode === 'forward' ? [read, seeded] : [seeded, read]
      entries[row][column] = passes[colourOf[seeded]][offset[node] + entry]
    }
  return entries
}

/** A seed of 1 at each of some entries. */
function addedUp({ graph }: Primal, entries: readonly Seed[]): Numbers {
  const seeds = new Map<string, { node: number; ones: Float64Array }>()
  for (const { of, node, entry } of entries) {
    const seed = seeds.get(of) ?? { node, ones: new Float64Array(entryCount(graph, node)) }
    seed.ones[entry] = 1
    seeds.set(of, seed)
  }
  return record([...seeds].map(([name, { node, ones }]): [string, Value] => [name, nested(shapeAt(graph, node), ones)]))
}
