import { absolute } from '../../../autodiff/primal.ts'
import { adjoint, type Primal, type Seed, unitSeed } from '../../../core.ts'

/** A derivative as the engine has it. */
export interface Derivative {
  readonly value: number
  /** The same pass over absolute partials: what rounding errors are measured by. */
  readonly scale: number
}

/** By entry of the graph, ∂to/∂entry, by one adjoint pass. */
export function derivativesOf(primal: Primal, to: Seed): (entry: number) => Derivative {
  const seed = unitSeed(primal.graph, to)
  const [values, scales] = [adjoint(primal, seed).numbers, adjoint(absolute(primal), seed).numbers]
  return (entry) => ({ value: values[entry], scale: scales[entry] })
}

/** ∂to/∂from between entries. */
export const derivativeOf = (primal: Primal, from: Seed, to: Seed): Derivative =>
  derivativesOf(primal, to)(primal.graph.offset[from.node] + from.entry)

/** Relative to the pass over absolute partials. */
const ROUNDING = 1e-12

/** Whether a number is the derivative, but for rounding. */
export const agrees = (found: number, { value, scale }: Derivative): boolean =>
  Object.is(found, value) ||
  Math.abs(found - value) <= ROUNDING * scale ||
  found === value ||
  (Number.isNaN(found) && Number.isNaN(value))
