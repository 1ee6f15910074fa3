import type { Primitive } from './primitive.ts'

/** The value of a primitive at operands in an array, whatever its arity. */
export function valueAtOperands(primitive: Primitive, operands: readonly number[]): number {
  const [x, y] = operands
  if (primitive.arity === 1) return primitive.value(x)
  return primitive.arity === 2 ? primitive.value(x, y) : primitive.value(operands)
}

/** Its partial by one of them, given its value. */
export function partialAtOperands(primitive: Primitive, slot: number, operands: readonly number[], v: number): number {
  const [x, y] = operands
  if (primitive.arity === 1) return primitive.partials[0](x, v)
  return primitive.arity === 2 ? primitive.partials[slot](x, y, v) : primitive.partial(slot, operands, v)
}

/** All its partials. */
export function partialsAtOperands(primitive: Primitive, operands: readonly number[], v: number): readonly number[] {
  if ('partial' in primitive && primitive.partials) return primitive.partials(operands, v)
  return operands.map((_, slot) => partialAtOperands(primitive, slot, operands, v))
}

/** Whether the slot gets nothing there. */
export const isDropped = (primitive: Primitive, slot: number, operands: readonly number[], v: number): boolean =>
  primitive.drops?.(slot, operands, v) ?? false
