import type { Expression, InfixOperator, PrefixOperator } from '../language/syntax.ts'

/** Trees that are made and not read: they are printed, and stand nowhere. */
const NOWHERE = { from: 0, to: 0 }

export const number = (value: number): Expression => ({ kind: 'number', value, ...NOWHERE })

export const named = (name: string): Expression => ({ kind: 'name', name, ...NOWHERE })

export const call = (callee: string, ...operands: readonly Expression[]): Expression => ({
  ...{ kind: 'call', callee, calleeSpan: NOWHERE, operands, keywords: [], ...NOWHERE },
})

export const infix = (operator: InfixOperator, left: Expression, right: Expression): Expression => ({
  ...{ kind: 'infix', operator, left, right, ...NOWHERE },
})

export const prefix = (operator: PrefixOperator, operand: Expression): Expression => ({
  ...{ kind: 'prefix', operator, operand, ...NOWHERE },
})

export const array = (items: readonly Expression[]): Expression => ({ kind: 'array', items, ...NOWHERE })
