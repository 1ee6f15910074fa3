import { parse } from '../language/parse.ts'
import { operandsOf } from '../language/postorder.ts'
import type { Expression } from '../language/syntax.ts'

const parsed = new Map<string, Expression>()

/** A formula of the registry as a tree. */
function treeOf(formula: string): Expression {
  const known = parsed.get(formula)
  if (known) return known
  const statement = parse(formula).program.statements[0]
  if (statement?.kind !== 'expression') throw new Error(`Not a formula: ${formula}`)
  parsed.set(formula, statement.value)
  return statement.value
}

/** The names that a formula uses, each once. */
export function namesIn(formula: string): string[] {
  const names = new Set<string>()
  const rest = [treeOf(formula)]
  for (let e = rest.pop(); e; e = rest.pop()) {
    if (e.kind === 'name') names.add(e.name)
    rest.push(...operandsOf(e))
  }
  return [...names]
}

/** Whether a formula's value can only be −1, 0 or 1, whatever its names stand for. */
export const isSign = (formula: string): boolean => isSignTree(treeOf(formula))

const COMPARISONS = new Set(['<', '<=', '>', '>=', '==', '!='])

function isSignTree(e: Expression): boolean {
  if (e.kind === 'number') return Math.abs(e.value) === 1 || e.value === 0
  if (e.kind === 'prefix') return isSignTree(e.operand)
  if (e.kind === 'infix') return COMPARISONS.has(e.operator)
  if (e.kind !== 'call') return false
  return e.callee === 'sign' || (e.callee === 'where' && e.operands.slice(1).every(isSignTree))
}
