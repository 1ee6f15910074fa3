import { seedCount, unitSeed } from '../../../autodiff/seeds.ts'
import { adjoint, type Graph, type Mode, type Primal, type Seed, seedAt, seedIndex, tangent } from '../../../core.ts'
import type { Scalars } from './scalars.ts'

/** What is differentiated by what, in a program between numbers. */
export interface Question extends Scalars {
  readonly from: Seed
  readonly to: Seed
}

/** Null where the program has no input or no output. */
export function questionOf(scalars: Scalars, from: string, to: string): Question | null {
  const { graph } = scalars.view
  const [input, output] = [endIn(graph, 'forward', from), endIn(graph, 'reverse', to)]
  return input && output && { ...scalars, from: input, to: output }
}

const endIn = (graph: Graph, mode: Mode, name: string): Seed | null =>
  seedCount(graph, mode) > 0 ? seedAt(graph, mode, Math.max(0, seedIndex(graph, mode, name))) : null

/** ∂to/∂from by each mode of automatic differentiation. */
export interface Derivatives {
  readonly forward: number
  readonly reverse: number
}

export function derivativesOf({ primal, from, to }: Question): Derivatives {
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
