import { isArrayPrimitive, type Operation } from './arrayPrimitive.ts'

/** What formulas and definitions call the operands: `x`; `x` and `y`; of operations of more, `x1`, `x2`, …. */
export function operandNames(operation: Operation, count: number): readonly string[] {
  const { arity } = operation
  if (count === 1) return ['x']
  if (arity === 2 || (isArrayPrimitive(operation) && operation.arity.most === 2)) return ['x', 'y']
  return Array.from({ length: count }, (_, slot) => `x${slot + 1}`)
}
