import type { Expression } from './syntax.ts'

const NONE: readonly Expression[] = []

/** The operands of an expression, left to right; none for a number or a name. */
export function operandsOf(expression: Expression): readonly Expression[] {
  if (expression.kind === 'infix') return [expression.left, expression.right]
  if (expression.kind === 'prefix') return [expression.operand]
  if (expression.kind === 'array') return expression.items
  if (expression.kind === 'subscript') return [expression.target]
  return expression.kind === 'call' ? expression.operands : NONE
}

/** What is still to be visited. It serves all calls, since programs have many small expressions. */
const pending: Expression[] = []

/**
 * The expression and all within it, operands before what reads them and left to right, however deep it is. What counts as
 * operands can be narrowed down.
 */
export function postorder(
  expression: Expression,
  operands: (expression: Expression) => readonly Expression[] = operandsOf,
): Expression[] {
  const order: Expression[] = []
  const bottom = pending.push(expression) - 1
  while (pending.length > bottom) {
    const next = pending.pop() as Expression
    order.push(next)
    for (const operand of operands(next)) pending.push(operand)
  }
  // What was read is each expression before its operands, these from right to left: the reverse of the order wanted.
  return order.reverse()
}
