import type { InfixOperator } from '../language/syntax.ts'
import { functionNamed, infixOperator, negation, opOf, primitives } from '../primitives/index.ts'

/** The op of a function of the language by one of its spellings; null if there is none. */
export function opNamed(spelling: string): number | null {
  const primitive = functionNamed(spelling)
  return primitive ? opOf(primitive) : null
}

export const infixOp = (operator: InfixOperator): number => opOf(infixOperator(operator))

export const negationOp = opOf(negation)

/** How many operands a primitive takes. */
export function operandCount(op: number): { least: number; most: number } {
  const { arity } = primitives[op]
  return typeof arity === 'number' ? { least: arity, most: arity } : arity
}

/** The value of a primitive at operands in an array. */
export function applied(op: number, operands: readonly number[]): number {
  const primitive = primitives[op]
  if (primitive.arity === 1) return primitive.value(operands[0])
  if (primitive.arity === 2) return primitive.value(operands[0], operands[1])
  return primitive.value(operands)
}
