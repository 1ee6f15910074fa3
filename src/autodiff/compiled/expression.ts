/** What a compiled pass computes at one place: a tree over numbers that it reads. Equal trees have equal keys. */
export type CompiledExpression = { readonly key: string } & (
  | { readonly kind: 'read'; readonly place: number }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'operation'; readonly code: number; readonly operands: readonly CompiledExpression[] }
  | {
      readonly kind: 'choice'
      readonly condition: CompiledExpression
      readonly yes: CompiledExpression
      readonly no: CompiledExpression
    }
  | { readonly kind: 'call'; readonly callee: Callee; readonly operands: readonly CompiledExpression[] }
)

/** A function of numbers that is called, not written out. */
export interface Callee {
  /** Its place among those that are imported. */
  readonly index: number
}

/** Instructions of WebAssembly on 64-bit floats; comparisons give a truth value, which only a choice takes. */
export const F64 = {
  ...{ eq: 0x61, ne: 0x62, lt: 0x63, gt: 0x64, le: 0x65, ge: 0x66 },
  ...{ abs: 0x99, neg: 0x9a, ceil: 0x9b, floor: 0x9c, trunc: 0x9d, sqrt: 0x9f },
  ...{ add: 0xa0, sub: 0xa1, mul: 0xa2, div: 0xa3, min: 0xa4, max: 0xa5 },
} as const

const isComparison = (e: CompiledExpression): boolean => e.kind === 'operation' && e.code <= F64.ge

/** The number at the place of that index among those of a step. */
export const read = (place: number): CompiledExpression => ({ kind: 'read', place, key: `r${place}` })

export const number = (value: number): CompiledExpression => ({
  kind: 'number',
  value,
  key: Object.is(value, -0) ? '-0' : `${value}`,
})

export const ONE = number(1)
const ZERO = number(0)

/** An instruction; a product with 1 or −1 is none, since that is exact. */
export function operation(code: number, ...operands: CompiledExpression[]): CompiledExpression {
  if (code === F64.mul)
    for (const [i, factor] of operands.entries()) {
      if (factor.key === '1') return operands[1 - i]
      if (factor.key === '-1') return operation(F64.neg, operands[1 - i])
    }
  if (code === F64.neg && operands[0].kind === 'number') return number(-operands[0].value)
  return { kind: 'operation', code, operands, key: `${code}(${operands.map(({ key }) => key).join()})` }
}

/** 1 where the comparison holds, and 0 elsewhere. */
export const truth = (comparison: CompiledExpression): CompiledExpression => choice(comparison, ONE, ZERO)

/** Of a comparison, or of a number, which is true unless it is 0. */
export function choice(
  condition: CompiledExpression,
  yes: CompiledExpression,
  no: CompiledExpression,
): CompiledExpression {
  const asked =
    condition.kind === 'choice' && condition.yes === ONE && condition.no === ZERO ? condition.condition : condition
  const holds = isComparison(asked) ? asked : operation(F64.ne, asked, ZERO)
  return { kind: 'choice', condition: holds, yes, no, key: `?(${holds.key},${yes.key},${no.key})` }
}

export const call = (callee: Callee, ...operands: CompiledExpression[]): CompiledExpression => ({
  kind: 'call',
  callee,
  operands,
  key: `f${callee.index}(${operands.map(({ key }) => key).join()})`,
})

/** The same of other numbers: `by[i]` is what stands for the number at place i. */
export function replaced(e: CompiledExpression, by: readonly CompiledExpression[]): CompiledExpression {
  if (e.kind === 'read') return by[e.place]
  if (e.kind === 'number') return e
  if (e.kind === 'choice') return choice(replaced(e.condition, by), replaced(e.yes, by), replaced(e.no, by))
  const operands = e.operands.map((operand) => replaced(operand, by))
  return e.kind === 'call' ? call(e.callee, ...operands) : operation(e.code, ...operands)
}

/** The places that it reads, each once. */
export function readsOf(e: CompiledExpression): number[] {
  if (e.kind === 'read') return [e.place]
  if (e.kind === 'number') return []
  const parts = e.kind === 'choice' ? [e.condition, e.yes, e.no] : e.operands
  return [...new Set(parts.flatMap(readsOf))]
}
