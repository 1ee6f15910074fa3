import { adjoint } from '../adjoint.ts'
import type { Adjoint, Numbers, Primal, Tangent } from '../pass.ts'
import { byName } from '../point.ts'
import { passCount, type Seed, seedAt, unitSeed } from '../seeds.ts'
import { noSums } from '../sweep.ts'
import { tangent } from '../tangent.ts'
import { type AdjointTangents, moveAdjoints } from './adjointTangents.ts'

/** Forward over reverse: four numbers for each entry, v, v̇, v̄ and v̄̇, what the adjoint changes by along the direction. */
export interface ForwardOverReverse extends AdjointTangents {
  /** By input: the Hessian of the seeded outputs, times the direction. */
  readonly product: Numbers
  readonly tangent: Tangent
  readonly adjoint: Adjoint
}

/** What adjoints change by along tangents. */
export function forwardOverReverse(tangent: Tangent, adjoint: Adjoint): ForwardOverReverse {
  const { primal } = adjoint
  const run = moveAdjoints({ primal, tangent, adjoint, adjointTangents: noSums(primal) })
  return { ...run, tangent, adjoint, product: byName(run.adjointTangents.numbers, primal.graph.inputs, primal.graph) }
}

/**
 * The Hessian of Σ weight·output, times a direction. Along the direction each partial moves by its formula's tangent, with
 * the conventions of the formula: what is piecewise moves as the piece does at the point, and steps do not move.
 */
export const hessianVector = (
  primal: Primal,
  weights: Readonly<Numbers>,
  direction: Readonly<Numbers>,
): ForwardOverReverse => forwardOverReverse(tangent(primal, direction), adjoint(primal, weights))

/** The whole Hessian. */
export interface Hessian {
  /** The input entries, which name rows and columns. */
  readonly entries: readonly Seed[]
  /** By row, then by column. */
  readonly rows: readonly Float64Array[]
}

/** A product for each input entry, of which `report` hears. */
export function hessian(
  primal: Primal,
  weights: Readonly<Numbers>,
  report: (product: ForwardOverReverse) => void = () => {},
): Hessian {
  const { graph } = primal
  const entries = Array.from({ length: passCount(graph, 'forward') }, (_, i) => seedAt(graph, 'forward', i))
  const places = entries.map(({ node, entry }) => graph.offset[node] + entry)
  const rows = places.map(() => new Float64Array(entries.length))
  for (const [column, seed] of entries.entries()) {
    const product = hessianVector(primal, weights, unitSeed(graph, seed))
    for (const [row, place] of places.entries()) rows[row][column] = product.adjointTangents.numbers[place]
    report(product)
  }
  return { entries, rows }
}
