import { primitives } from '../primitives/index.ts'
import type { Primitive } from '../primitives/primitive.ts'

const NONE = (): number => Number.NaN

/**
 * The functions of a primitive, in records of one shape, since the primal pass reads them for every node.
 * Of one operand or two they are called directly; of more, or where a slot may be dropped, by way of an array.
 */
export interface Rule {
  readonly direct: 0 | 1 | 2
  readonly ofX: (x: number) => number
  readonly ofXY: (x: number, y: number) => number
  /** With y left out where there is one operand. */
  readonly partialX: (x: number, v: number) => number
  readonly partialXOfXY: (x: number, y: number, v: number) => number
  readonly partialYOfXY: (x: number, y: number, v: number) => number
  readonly value: (operands: readonly number[]) => number
  readonly partial: (slot: number, operands: readonly number[], v: number) => number
  readonly drops: (slot: number, operands: readonly number[], v: number) => boolean
}

function ruleOf(primitive: Primitive): Rule {
  const { arity, drops } = primitive
  const isUnary = arity === 1
  const isBinary = arity === 2
  return {
    direct: drops || !(isUnary || isBinary) ? 0 : arity,
    ofX: isUnary ? primitive.value : NONE,
    ofXY: isBinary ? primitive.value : NONE,
    partialX: isUnary ? primitive.partials[0] : NONE,
    partialXOfXY: isBinary ? primitive.partials[0] : NONE,
    partialYOfXY: isBinary ? primitive.partials[1] : NONE,
    ...byArray(primitive),
    drops: drops ?? (() => false),
  }
}

function byArray(primitive: Primitive): Pick<Rule, 'value' | 'partial'> {
  if (primitive.arity === 1)
    return { value: ([x]) => primitive.value(x), partial: (_, [x], v) => primitive.partials[0](x, v) }
  if (primitive.arity === 2)
    return { value: ([x, y]) => primitive.value(x, y), partial: (slot, [x, y], v) => primitive.partials[slot](x, y, v) }
  return primitive
}

/** By op. */
export const rules: readonly Rule[] = primitives.map(ruleOf)
