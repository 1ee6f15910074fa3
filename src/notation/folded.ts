import type { Expression } from '../language/syntax.ts'

/**
 * A formula at constant operands: their numbers stand for their names, and what is then known of exponents is worked out,
 * so that the derivative of x² reads 2·x, not 2·x^(2 − 1). Formulas are short: it may recurse.
 */
export function folded(formula: Expression, constant: (name: string) => number | undefined): Expression {
  if (formula.kind === 'number') return formula
  if (formula.kind === 'name') {
    const value = constant(formula.name)
    return value === undefined ? formula : { ...formula, kind: 'number', value }
  }
  if (formula.kind === 'prefix') return { ...formula, operand: folded(formula.operand, constant) }
  if (formula.kind === 'call')
    return { ...formula, operands: formula.operands.map((operand) => folded(operand, constant)) }
  if (formula.kind === 'array') return { ...formula, items: formula.items.map((item) => folded(item, constant)) }
  if (formula.kind === 'subscript') return { ...formula, target: folded(formula.target, constant) }
  const left = folded(formula.left, constant)
  const right = folded(formula.right, constant)
  if (formula.operator === '-' && left.kind === 'number' && right.kind === 'number')
    return { ...left, value: left.value - right.value }
  if (formula.operator === '^' && right.kind === 'number' && right.value === 1) return left
  return { ...formula, left, right }
}
