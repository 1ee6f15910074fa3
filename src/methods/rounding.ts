import { adjoint } from '../autodiff/adjoint.ts'
import type { Primal } from '../autodiff/pass.ts'

/**
 * How far rounding can take an output of a graph of any shape from its exact value, to the first order: each operation
 * rounds its value v by at most ε/2·|v|, and v̄ says what becomes of that: ε/2 · Σ |v̄·v|. (Linnainmaa 1976.)
 */
export function roundingOf(pass: Primal, output: string): number {
  const { numbers, present } = adjoint(pass, { [output]: 1 })
  let sum = 0
  for (const [entry, value] of pass.values.entries())
    if (present[entry] && Number.isFinite(value)) sum += Math.abs(numbers[entry] * value)
  return (Number.EPSILON / 2) * sum
}
