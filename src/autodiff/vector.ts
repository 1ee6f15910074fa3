import { adjointPass } from './adjoint.ts'
import type { Adjoint, Numbers, Primal, Tangent } from './pass.ts'
import { seeded } from './seeds.ts'
import { isLive, pull, push, type Sums } from './sweep.ts'
import { tangentPass } from './tangent.ts'

/**
 * Vector forward mode: a tangent for each seed travels along in one traversal of the tape. Each edge is visited once, and its
 * partials are read once for all. The passes have the numbers that they have one by one.
 */
export function tangents(primal: Primal, seeds: readonly Readonly<Numbers>[]): Tangent[] {
  const sums = seeds.map((seed) => seeded(primal, 'forward', seed))
  for (let node = 0; node < primal.graph.size; node++) visit(primal, node, sums, push)
  return seeds.map((seed, i) => tangentPass(primal, seed, sums[i]))
}

/** Vector reverse mode: an adjoint for each seed travels along. */
export function adjoints(primal: Primal, seeds: readonly Readonly<Numbers>[]): Adjoint[] {
  const sums = seeds.map((seed) => seeded(primal, 'reverse', seed))
  for (let node = primal.graph.size - 1; node >= 0; node--) visit(primal, node, sums, pull)
  return seeds.map((seed, i) => adjointPass(primal, seed, sums[i]))
}

function visit(primal: Primal, node: number, sums: readonly Sums[], move: typeof push): void {
  const { firstEdge } = primal.graph
  for (let edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++)
    if (isLive(primal, edge)) for (const each of sums) move(primal, edge, each)
}
