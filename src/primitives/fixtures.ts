import { parse } from '../language/parse.ts'
import type { Expression } from '../language/syntax.ts'
import { apply } from './apply.ts'
import { isArrayPrimitive, type Operation } from './arrayPrimitive.ts'
import * as at from './atOperands.ts'
import { attributesOf, functionNamed, infixOperator, negation, stacking, subscripting } from './index.ts'
import { planOf } from './plan.ts'
import type { Primitive } from './primitive.ts'
import { sizeOf } from './shape.ts'
import { nested, scalarTensor, type Tensor, type Value } from './value.ts'
import { type Attributes, type Mismatch, NO_ATTRIBUTES } from './wiring.ts'

export const { valueAt } = at

export const partialAt = (primitive: Primitive, slot: number, operands: readonly number[]): number =>
  at.partialAt(primitive, slot, operands, valueAt(primitive, operands))

export const isDropped = (primitive: Primitive, slot: number, operands: readonly number[]): boolean =>
  at.isDropped(primitive, slot, operands, valueAt(primitive, operands))

/** A primitive by one of its names; anything else is a mistake in the test. */
export function primitiveNamed(name: string): Primitive {
  const operation = functionNamed(name)
  if (!operation || isArrayPrimitive(operation)) throw new Error(`No primitive is named ${name}`)
  return operation
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
  const tensors = new Map([...names].map(([name, x]) => [name, scalarTensor(x)]))
  return evaluateTensor(source, tensors).entries[0]
}

/** The tensor that an expression of the language stands for. */
export function evaluateTensor(source: string, names: ReadonlyMap<string, Tensor>): Tensor {
  const { program, diagnostics } = parse(source)
  const [statement] = program.statements
  if (diagnostics.length > 0 || statement?.kind !== 'expression') throw new Error(`Not an expression: ${source}`)
  return tensorFor(statement.value, names)
}

function tensorFor(e: Expression, names: ReadonlyMap<string, Tensor>): Tensor {
  const all = (operands: readonly Expression[]): Tensor[] => operands.map((operand) => tensorFor(operand, names))
  if (e.kind === 'number') return scalarTensor(e.value)
  if (e.kind === 'name') return known(names.get(e.name), e.name)
  if (e.kind === 'prefix') return e.operator === '-' ? applied(negation, all([e.operand])) : tensorFor(e.operand, names)
  if (e.kind === 'infix') return applied(infixOperator(e.operator), all([e.left, e.right]))
  if (e.kind === 'array') return applied(stacking, all(e.items))
  if (e.kind === 'subscript') {
    const index = e.indices.map((i) => (i.kind === 'at' ? { at: i.value } : i))
    return applied(subscripting, all([e.target]), { index })
  }
  const operation = known(functionNamed(e.callee), e.callee)
  const most = isArrayPrimitive(operation) ? operation.arity.most : e.operands.length
  const fixed = {
    operands: all(e.operands.slice(most)).map(nestedOf),
    keywords: new Map(e.keywords.map(({ name, value }) => [name, truthOr(value, names)])),
  }
  return applied(operation, all(e.operands.slice(0, most)), sound(attributesOf(operation, fixed)))
}

const nestedOf = ({ shape, entries }: Tensor): Value => nested(shape, entries)

function truthOr(e: Expression, names: ReadonlyMap<string, Tensor>): Value {
  if (e.kind === 'name' && (e.name === 'True' || e.name === 'False')) return e.name === 'True' ? 1 : 0
  return nestedOf(tensorFor(e, names))
}

/** The value of an operation at tensors. */
export function applied(
  operation: Operation,
  operands: readonly Tensor[],
  attributes: Attributes = NO_ATTRIBUTES,
): Tensor {
  const plan = sound(
    planOf(
      operation,
      operands.map(({ shape }) => shape),
      attributes,
    ),
  )
  const { values, starts, target } = laidOut(operands, sizeOf(plan.shape))
  apply(operation, plan, values, starts, target)
  return { shape: plan.shape, entries: values.slice(target) }
}

/** The entries of some operands one after the other, with room for a value behind them. */
export function laidOut(operands: readonly Tensor[], size: number) {
  const starts: number[] = []
  let target = 0
  for (const { entries } of operands) {
    starts.push(target)
    target += entries.length
  }
  const values = new Float64Array(target + size)
  for (const [slot, { entries }] of operands.entries()) values.set(entries, starts[slot])
  return { values, starts, target }
}

/** What a test expects to make sense. */
export function sound<T extends object>(result: T | string | Mismatch): Exclude<T, Mismatch> {
  if (typeof result === 'string') throw new Error(result)
  if ('mismatch' in result) throw new Error(result.mismatch(['x', 'y', 'z', 'u', 'w']))
  return result as Exclude<T, Mismatch>
}

function known<T>(found: T | undefined, name: string): T {
  if (found === undefined) throw new Error(`Unknown name ${name}`)
  return found
}
