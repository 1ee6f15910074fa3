import { parse } from '../language/parse.ts'
import type { Expression } from '../language/syntax.ts'
import { functionNamed, infixOperator } from './index.ts'
import type { Primitive } from './primitive.ts'

/** Every primitive at operands in an array, whatever its arity. */
export function valueAt(primitive: Primitive, operands: readonly number[]): number {
  const [x, y] = operands
  if (primitive.arity === 1) return primitive.value(x)
  return primitive.arity === 2 ? primitive.value(x, y) : primitive.value(operands)
}

export function partialAt(primitive: Primitive, slot: number, operands: readonly number[]): number {
  const v = valueAt(primitive, operands)
  const [x, y] = operands
  if (primitive.arity === 1) return primitive.partials[0](x, v)
  return primitive.arity === 2 ? primitive.partials[slot](x, y, v) : primitive.partial(slot, operands, v)
}

export const isDropped = (primitive: Primitive, slot: number, operands: readonly number[]): boolean =>
  primitive.drops?.(slot, operands, valueAt(primitive, operands)) ?? false

export function formulaOf(primitive: Primitive, slot: number, count: number): string {
  if (primitive.arity === 1) return primitive.formulas[0]
  return primitive.arity === 2 ? primitive.formulas[slot] : primitive.formula(slot, count)
}

/** What formulas and domains call the operands and the value. */
export function namesOf(primitive: Primitive, operands: readonly number[]): ReadonlyMap<string, number> {
  const named = operands.map((operand, i): [string, number] => [
    typeof primitive.arity === 'number' ? 'xy'[i] : `x${i + 1}`,
    operand,
  ])
  return new Map([...named, ['v', valueAt(primitive, operands)], ['pi', Math.PI]])
}

/** The number that an expression of the language stands for. */
export function evaluate(source: string, names: ReadonlyMap<string, number>): number {
  const { program, diagnostics } = parse(source)
  const [statement] = program.statements
  if (diagnostics.length > 0 || statement?.kind !== 'expression') throw new Error(`Not an expression: ${source}`)
  return numberOf(statement.value, names)
}

function numberOf(e: Expression, names: ReadonlyMap<string, number>): number {
  if (e.kind === 'number') return e.value
  if (e.kind === 'name') return known(names.get(e.name), e.name)
  if (e.kind === 'prefix') return e.operator === '-' ? -numberOf(e.operand, names) : numberOf(e.operand, names)
  const [primitive, operands] =
    e.kind === 'infix'
      ? [infixOperator(e.operator), [e.left, e.right]]
      : [known(functionNamed(e.callee), e.callee), e.operands]
  return valueAt(
    primitive,
    operands.map((operand) => numberOf(operand, names)),
  )
}

function known<T>(found: T | undefined, name: string): T {
  if (found === undefined) throw new Error(`Unknown name ${name}`)
  return found
}
