import { grouped } from '../../language/words.ts'
import { apply } from '../../primitives/apply.ts'
import { operations } from '../../primitives/index.ts'
import { planOf } from '../../primitives/plan.ts'
import { sizeOf } from '../../primitives/shape.ts'
import { scalarTensor, type Tensor, tensorOf } from '../../primitives/value.ts'
import { isMismatch, type Mismatch } from '../../primitives/wiring.ts'
import { APPLY, CALL, type Code, LITERAL, PARAMETER, REFERENCE, SHAPE } from './code.ts'
import type { DeclarationIndex } from './declarations.ts'
import { lengthsOf } from './shapes.ts'
import { MAX_ENTRIES, MAX_WORK } from './size.ts'

/** A step whose operands do not fit. */
export interface Misfit {
  readonly step: number
  readonly mismatch: Mismatch['mismatch']
}

const TOO_LARGE: Mismatch = {
  mismatch: () => `More than ${grouped(MAX_ENTRIES)} numbers are too many here. Make the arrays smaller.`,
}

/** What a declaration stands for before the program runs, or has for a shape; null if that is not known. */
type Declared = (index: DeclarationIndex, isShape: boolean) => Tensor | null

interface Range {
  readonly start: number
  readonly end: number
}

export function evaluate(code: Code, range: Range): Tensor[] | Misfit
export function evaluate(code: Code, range: Range, declared: Declared): Tensor[] | Misfit | null
/**
 * Runs steps that are constant. Gives the results that are left on the stack: one, unless the steps are the operands of a
 * call. With what declarations stand for, the steps may refer to them; null where something is not known.
 */
export function evaluate(code: Code, { start, end }: Range, declared: Declared = () => null): Tensor[] | Misfit | null {
  const results: Tensor[] = []
  for (let step = start; step < end; step++)
    if (code.kind[step] === PARAMETER || code.kind[step] === CALL) return null
    else if (code.kind[step] === REFERENCE) {
      const value = declared(code.argument[step], step + 1 < end && code.kind[step + 1] === SHAPE)
      if (!value) return null
      results.push(value)
    } else if (code.kind[step] === SHAPE) {
      const lengths = lengthsOf((results.pop() as Tensor).shape, code.argument[step])
      if (typeof lengths === 'object' && 'mismatch' in lengths) return { step, ...lengths }
      results.push(tensorOf(lengths) as Tensor)
    } else if (code.kind[step] === LITERAL) {
      const value = code.literals[code.argument[step]]
      results.push(typeof value === 'number' ? scalarTensor(value) : value)
    } else if (code.kind[step] === APPLY) {
      const operands = results.splice(results.length - code.count[step])
      const result = applied(code, step, operands)
      if ('mismatch' in result) return { step, ...result }
      results.push(result)
    }
  return results
}

export const isMisfit = (results: Tensor[] | Misfit): results is Misfit => 'mismatch' in results

function applied(code: Code, step: number, operands: readonly Tensor[]): Tensor | Mismatch {
  const operation = operations[code.argument[step]]
  const shapes = operands.map(({ shape }) => shape)
  const plan = planOf(operation, shapes, code.attributes.items[code.attribute[step]])
  if (isMismatch(plan)) return plan
  const size = sizeOf(plan.shape)
  if (size > MAX_ENTRIES || plan.wirings.some(({ extents }) => sizeOf(extents) > MAX_WORK)) return TOO_LARGE
  const starts: number[] = []
  let end = 0
  for (const { entries } of operands) {
    starts.push(end)
    end += entries.length
  }
  const values = new Float64Array(end + size)
  for (const [slot, { entries }] of operands.entries()) values.set(entries, starts[slot])
  apply(operation, { plan, values, starts, target: end })
  return { shape: plan.shape, entries: values.slice(end) }
}
