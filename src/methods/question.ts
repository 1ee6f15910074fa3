import { adjoint } from '../autodiff/adjoint.ts'
import type { Mode, Primal } from '../autodiff/pass.ts'
import { type Seed, seedAt, seedCount, seedIndex, unitSeed } from '../autodiff/seeds.ts'
import { tangent } from '../autodiff/tangent.ts'
import type { Graph } from '../graph/graph.ts'
import type { ScalarView } from './scalarView.ts'
import type { InputPoint } from './typed.ts'

/** A program as operations between numbers, at its point. */
export interface Scalars {
  readonly view: ScalarView
  readonly primal: Primal
  /** The text that the view was made of, and what its inputs have instead of the numbers in it. */
  readonly source: string
  readonly point: InputPoint
}

/** What is differentiated by what, in a program between numbers. */
export interface Question extends Scalars {
  readonly from: Seed
  readonly to: Seed
}

/** Null where the program has no input or no output. */
export function questionOf(scalars: Scalars, from: string, to: string): Question | null {
  const { graph } = scalars.view
  const [input, output] = [seedNamed(graph, 'forward', from), seedNamed(graph, 'reverse', to)]
  return input && output && { ...scalars, from: input, to: output }
}

/** The seed of that name, else the first one; null where there is none. */
export const seedNamed = (graph: Graph, mode: Mode, name: string | null): Seed | null =>
  seedCount(graph, mode) > 0 ? seedAt(graph, mode, Math.max(0, name === null ? 0 : seedIndex(graph, mode, name))) : null

/** ∂to/∂from by each mode of automatic differentiation. */
export type DerivativeByMode = Readonly<Record<Mode, number>>

export function derivativeByMode({ primal, from, to }: Question): DerivativeByMode {
  return {
    forward: numberAt(primal, tangent(primal, unitSeed(primal.graph, from)).numbers, to),
    reverse: numberAt(primal, adjoint(primal, unitSeed(primal.graph, to)).numbers, from),
  }
}

const numberAt = ({ graph }: Primal, numbers: Float64Array, { node, entry }: Seed): number =>
  numbers[graph.offset[node] + entry]

/** |x − derivative| / |derivative|; absolute where the derivative is 0, and NaN where one of them is no number. */
export const errorOf = (x: number, derivative: number): number =>
  x === derivative ? 0 : Math.abs(x - derivative) / (Math.abs(derivative) || 1)
