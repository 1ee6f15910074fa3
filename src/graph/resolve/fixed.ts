import { operandsOf } from '../../language/postorder.ts'
import type { Expression } from '../../language/syntax.ts'
import { isArrayPrimitive, type Operation } from '../../primitives/arrayPrimitive.ts'
import { einsum } from '../../primitives/arrays/einsum.ts'
import { countsOf, functionNamed, generatorNamed } from '../../primitives/index.ts'
import { MAX_RANK } from '../../primitives/shape.ts'
import { type Tensor, tensorOf, type Value } from '../../primitives/value.ts'
import { NAMED_CONSTANTS } from '../constants.ts'
import { takesOneArray } from '../operations.ts'
import type { Scope } from './declarations.ts'
import { logarithmParts } from './logarithm.ts'
import type { Names } from './names.ts'
import { shapeOperand } from './shapes.ts'

const NONE: readonly Expression[] = []

/** The operands that are computed when the program runs; the others are fixed when it is read. */
export function computedOperands(expression: Expression, names: Names): readonly Expression[] {
  if (expression.kind === 'array') return constantArray(expression, names) ? NONE : expression.items
  if (expression.kind === 'subscript') return [shapeOperand(expression, names) ?? expression.target]
  if (expression.kind !== 'call' || names.isOwn(expression.callee)) return operandsOf(expression)
  if (generatorNamed(expression.callee)) return NONE
  const operation = functionNamed(expression.callee)
  return (
    logarithmParts(expression) ?? (operation ? operandsComputed(operation, expression.operands) : expression.operands)
  )
}

/** The operands of a call of that operation that are computed. */
export function operandsComputed(operation: Operation, operands: readonly Expression[]): readonly Expression[] {
  if (!fixes(operation)) return operands
  const [only] = operands
  const spreads = isArrayPrimitive(operation) && operation.spreads
  if (spreads && operands.length === 1 && only.kind === 'array') return only.items
  return operands.slice(0, countsOf(operation).most)
}

/** Whether operands beyond those that are computed are fixed: a shape, or the axis in `sum(x, 0)`. What `einsum` fixes is text. */
const fixes = (operation: Operation): boolean =>
  (isArrayPrimitive(operation) && operation !== einsum) || takesOneArray(operation)

/** The operands of a call of that operation that are fixed. */
export const fixedOperands = (operation: Operation, operands: readonly Expression[]): readonly Expression[] =>
  fixes(operation) ? operands.slice(countsOf(operation).most) : NONE

/** The array that a literal of numbers writes; null where something in it is computed, or its rows differ in length. */
export function constantArray(literal: Expression, names: Pick<Names, 'constant'>): Tensor | null {
  const value = numbersOf(literal, (name) => names.constant(name))
  return value === null || typeof value === 'number' ? null : tensorOf(value)
}

/** What an expression says in so many words: numbers, arrays of them, and `const` numbers by name; else null. */
export const fixedValue = (expression: Expression, { byName, declarations }: Scope): Value | null =>
  numbersOf(expression, (name) => {
    const declared = declarations[byName.get(name) ?? -1]
    if (declared) return declared.role === 'const' && declared.expression ? numbersOf(declared.expression, none) : null
    return NAMED_CONSTANTS.get(name) ?? null
  })

const none = () => null

function numbersOf(expression: Expression, named: (name: string) => Value | null, depth = 0): Value | null {
  if (expression.kind === 'number') return expression.value
  if (expression.kind === 'name') return named(expression.name)
  if (expression.kind === 'prefix') return signed(expression.operator, expression.operand, named)
  if (expression.kind !== 'array' || depth === MAX_RANK) return null
  const items: Value[] = []
  for (const item of expression.items) {
    const value = numbersOf(item, named, depth + 1)
    if (value === null) return null
    items.push(value)
  }
  return items
}

function signed(operator: '+' | '-', operand: Expression, named: (name: string) => Value | null): number | null {
  const value = operand.kind === 'number' || operand.kind === 'name' ? numbersOf(operand, named) : null
  if (typeof value !== 'number') return null
  return operator === '-' ? -value : value
}
