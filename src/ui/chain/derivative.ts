import { absolute } from '../../autodiff/primal.ts'
import { adjoint, type Primal, type Seed, unitSeed } from '../../core.ts'

/** A derivative as the engine has it. */
export interface Derivative {
  readonly value: number
  /** The same pass over absolute partials: what rounding errors are measured by. */
  readonly scale: number
}

/** ∂to/∂from between entries, by an adjoint pass. */
export function derivativeOf(primal: Primal, from: Seed, to: Seed): Derivative {
  const seed = unitSeed(primal.graph, to)
  const entry = primal.graph.offset[from.node] + from.entry
  return { value: adjoint(primal, seed).numbers[entry], scale: adjoint(absolute(primal), seed).numbers[entry] }
}

/** In parts of the pass over absolute partials. */
const ROUNDING = 1e-12

/** Whether a number is the derivative, but for rounding. */
export const agrees = (found: number, { value, scale }: Derivative): boolean =>
  Object.is(found, value) ||
  Math.abs(found - value) <= ROUNDING * scale ||
  found === value ||
  (Number.isNaN(found) && Number.isNaN(value))
