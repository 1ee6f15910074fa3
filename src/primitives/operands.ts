import { isArrayPrimitive, type Operation } from './arrayPrimitive.ts'

const X = ['x']
const XY = ['x', 'y']

/** What formulas and definitions call the operands: `x`; `x` and `y`; of operations of more, `x1`, `x2`, …. */
export function operandNames(operation: Operation, count: number): readonly string[] {
  const { arity } = operation
  if (count === 1) return X
  if (arity === 2 || (isArrayPrimitive(operation) && operation.arity.most === 2)) return XY
  return numberedNames(count)
}

/** `x1`, `x2`, …: operands of a function of any number, of a closed module, and the entries that a reduction takes. */
export const numberedNames = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, slot) => `x${slot + 1}`)
