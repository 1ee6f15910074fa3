import { type Counts, sumOf, Tally } from '../../costs/counts.ts'
import { countsOfPass } from '../../costs/passCounts.ts'
import { adjoint } from '../adjoint.ts'
import type { Adjoint, Numbers, Primal, Tangent } from '../pass.ts'
import { byName } from '../point.ts'
import { passCount, type Seed, seedAt, unitSeed } from '../seeds.ts'
import { noSums, type Sums } from '../sweep.ts'
import { tangent } from '../tangent.ts'
import { type Moved, moveAdjoints } from './adjointTangents.ts'

/** Forward over reverse: four numbers for each entry, v, v̇, v̄ and v̄̇. */
export interface ForwardOverReverse {
  /** By input: the Hessian of the seeded outputs, times the direction. */
  readonly product: Numbers
  readonly tangent: Tangent
  readonly adjoint: Adjoint
  /** By entry: v̄̇, what the adjoint v̄ changes by along the direction. */
  readonly adjointTangents: Sums
  readonly moved: Moved
}

/** A Hessian-vector product, counted. */
export interface SecondOrder extends ForwardOverReverse {
  /** What it takes beside the primal pass with its partials. */
  readonly counts: {
    readonly tangent: Counts
    readonly adjoint: Counts
    readonly adjointTangents: Counts
    readonly all: Counts
  }
}

/** What adjoints change by along tangents. */
export function forwardOverReverse(tangent: Tangent, adjoint: Adjoint, tally = new Tally()): ForwardOverReverse {
  const { primal } = adjoint
  const moving = noSums(primal)
  const moved = moveAdjoints({ primal, tangents: tangent, adjoints: adjoint, moving, tally })
  const product = byName(moving.numbers, primal.graph.inputs, primal.graph)
  return { product, tangent, adjoint, adjointTangents: moving, moved }
}

/**
 * The Hessian of Σ weight·output, times a direction. Along the direction each partial moves by its formula's tangent, with
 * the conventions of the formula: what is piecewise moves as the piece does at the point, and steps do not move.
 */
export function hessianVector(primal: Primal, weights: Readonly<Numbers>, direction: Readonly<Numbers>): SecondOrder {
  const tally = new Tally()
  const moving = forwardOverReverse(tangent(primal, direction), adjoint(primal, weights), tally)
  const counts = {
    tangent: sumOf(countsOfPass(moving.tangent)),
    adjoint: sumOf(countsOfPass(moving.adjoint)),
    adjointTangents: tally.operations,
  }
  return { ...moving, counts: { ...counts, all: sumOf(counts.tangent, counts.adjoint, counts.adjointTangents) } }
}

/** The whole Hessian: a product for each input entry. */
export interface Hessian {
  /** The input entries, which name rows and columns. */
  readonly entries: readonly Seed[]
  /** By row, then by column. */
  readonly rows: readonly Float64Array[]
  readonly counts: Counts
}

export function hessian(primal: Primal, weights: Readonly<Numbers>): Hessian {
  const { graph } = primal
  const entries = Array.from({ length: passCount(graph, 'forward') }, (_, i) => seedAt(graph, 'forward', i))
  const products = entries.map((seed) => hessianVector(primal, weights, unitSeed(graph, seed)))
  const places = entries.map(({ node, entry }) => graph.offset[node] + entry)
  return {
    entries,
    rows: places.map((place) => Float64Array.from(products, ({ adjointTangents }) => adjointTangents.numbers[place])),
    counts: sumOf(...products.map(({ counts }) => counts.all)),
  }
}
