import { operandsOf } from './postorder.ts'
import type { Expression, InfixOperator } from './syntax.ts'

export interface BindingPower {
  readonly precedence: number
  readonly associativity: 'left' | 'right' | 'none'
}

export const COMPARISON: BindingPower = { precedence: 1, associativity: 'none' }
const SUM: BindingPower = { precedence: 2, associativity: 'left' }
const PRODUCT: BindingPower = { precedence: 3, associativity: 'left' }
/** `-x^2` is −(x²), and `-x*y` is (−x)·y. */
export const PREFIX_PRECEDENCE = 4
const POWER: BindingPower = { precedence: 5, associativity: 'right' }
const ATOM_PRECEDENCE = 6

const BINDINGS: ReadonlyMap<string, BindingPower> = new Map<InfixOperator, BindingPower>([
  ['<', COMPARISON],
  ['<=', COMPARISON],
  ['>', COMPARISON],
  ['>=', COMPARISON],
  ['==', COMPARISON],
  ['!=', COMPARISON],
  ['+', SUM],
  ['-', SUM],
  ['*', PRODUCT],
  ['@', PRODUCT],
  ['/', PRODUCT],
  ['^', POWER],
])

export const isInfix = (text: string): text is InfixOperator => BINDINGS.has(text)

export const bindingOf = (operator: InfixOperator): BindingPower => BINDINGS.get(operator) as BindingPower

export const isComparison = (expression: Expression): boolean =>
  expression.kind === 'infix' && bindingOf(expression.operator) === COMPARISON

/** A number with a sign, which only computed trees have, is written like a prefix. */
function precedenceOf(expression: Expression): number {
  if (expression.kind === 'infix') return bindingOf(expression.operator).precedence
  if (expression.kind === 'prefix') return PREFIX_PRECEDENCE
  if (expression.kind === 'number' && (expression.value < 0 || Object.is(expression.value, -0)))
    return PREFIX_PRECEDENCE
  return ATOM_PRECEDENCE
}

/** Whether the operand in that slot of the expression has to be written in brackets. */
export function needsBrackets(parent: Expression, slot: number): boolean {
  const operand = operandsOf(parent)[slot]
  if (operand === undefined || parent.kind === 'call' || parent.kind === 'array') return false
  if (parent.kind === 'subscript') return operand.kind === 'number' || precedenceOf(operand) < ATOM_PRECEDENCE
  const inner = precedenceOf(operand)
  if (parent.kind !== 'infix') return inner < PREFIX_PRECEDENCE
  const { precedence, associativity } = bindingOf(parent.operator)
  // A prefix has no left operand, so that nothing before it can take part of it away.
  if (slot === 1 && inner === PREFIX_PRECEDENCE) return false
  return inner < precedence || (inner === precedence && associativity !== (slot === 0 ? 'left' : 'right'))
}
