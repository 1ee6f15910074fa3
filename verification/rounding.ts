import { absolute } from '../src/autodiff/primal.ts'
import { hessianVector } from '../src/autodiff/second/hessian.ts'
import { adjoint, type Primal } from '../src/core.ts'
import { numberIn } from './entries.ts'

/**
 * What rounding can do to ∂output/∂input, to first order and relative to one number's rounding: what each number that is
 * computed is off by reaches the derivative by way of its adjoint (Linnainmaa 1976). Two ways to compute a derivative are
 * that far apart at most, where both are right.
 */
export function roundingOf(pass: Primal, output: string, input: string): number {
  const seed = { [output]: 1 }
  // The products v̄·p·u̇ along all paths: off by their own rounding.
  const products = numberIn(adjoint(absolute(pass), seed).inputs[input])
  // The values v, on which partials hang: by ∂v̇/∂v, the adjoint tangent.
  const { numbers } = hessianVector(pass, seed, { [input]: 1 }).adjointTangents
  return pass.values.reduce((sum, v, i) => sum + Math.abs(numbers[i] * v), products)
}
