import type { Span } from '../../language/syntax.ts'
import { grouped } from '../../language/words.ts'
import { apply } from '../../primitives/apply.ts'
import { isArrayPrimitive, type Operation } from '../../primitives/arrayPrimitive.ts'
import { planOf } from '../../primitives/index.ts'
import { sizeOf } from '../../primitives/shape.ts'
import { scalarTensor, type Tensor } from '../../primitives/value.ts'
import { type Attributes, isMismatch } from '../../primitives/wiring.ts'
import type { PyNumber } from '../values/numbered.ts'
import { Refusal } from '../values/refusal.ts'

/** Numbers in one array, and numbers that one operation computes on its way. */
const MAX_ENTRIES = 1_000_000
const MAX_WORK = 20_000_000

/** The value of an operation at operands; refused where their shapes do not fit. */
export function evaluated(
  operation: Operation,
  operands: readonly PyNumber[],
  attributes: Attributes,
  at: Span,
): Tensor {
  const number = ofNumbers(operation, operands)
  if (number !== null) return scalarTensor(number)
  const shapes = operands.map(({ value }) => value.shape)
  const plan = planOf(operation, shapes, attributes)
  if (isMismatch(plan)) throw new Refusal(plan.mismatch(shapes.map((_, k) => ordinal(k, shapes.length))), at)
  const size = sizeOf(plan.shape)
  if (size > MAX_ENTRIES || plan.wirings.some(({ extents }) => sizeOf(extents) > MAX_WORK))
    throw new Refusal(`More than ${grouped(MAX_ENTRIES)} numbers are too many here. Make the arrays smaller.`, at)
  const starts: number[] = []
  let end = 0
  for (const { value } of operands) {
    starts.push(end)
    end += value.entries.length
  }
  const values = new Float64Array(end + size)
  for (const [slot, { value }] of operands.entries()) values.set(value.entries, starts[slot])
  apply(operation, { plan, values, starts, target: end })
  return { shape: plan.shape, entries: values.slice(end) }
}

/** Of one or two numbers, which most programs compute with: without a plan. */
function ofNumbers(operation: Operation, operands: readonly PyNumber[]): number | null {
  if (isArrayPrimitive(operation) || operands.some(({ value }) => value.shape.length > 0)) return null
  const [x, y] = operands.map(({ value }) => value.entries[0])
  if (operation.arity === 1 && operands.length === 1) return operation.value(x)
  return operation.arity === 2 && operands.length === 2 ? operation.value(x, y) : null
}

const ordinal = (k: number, of: number): string =>
  of === 1 ? 'the operand' : of === 2 ? ['the left operand', 'the right operand'][k] : `operand ${k + 1}`
