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

/** What is still to be gone into, and what has been and waits for its turn. They serve all calls, since programs have many small expressions. */
const pending: Expression[] = []
const waiting: Expression[] = []

/** What is done at each expression. What counts as operands of a call, an array or a subscript can be narrowed down or replaced. */
interface Visitor {
  visit(expression: Expression): void
  operands(expression: Expression): readonly Expression[]
}

/** Visits the expression and all within it, operands before what reads them and left to right, however deep it is. */
export function eachInPostorder(expression: Expression, visitor: Visitor): void {
  const bottom = pending.push(expression) - 1
  const first = waiting.length
  while (pending.length > bottom) {
    const next = pending.pop() as Expression
    waiting.push(next)
    // No list is made of the operands of what programs have most of.
    if (next.kind === 'infix') pending.push(next.left, next.right)
    else if (next.kind !== 'number' && next.kind !== 'name')
      for (const operand of visitor.operands(next)) pending.push(operand)
  }
  // What waits is each expression before its operands, these from right to left: the reverse of the order wanted.
  while (waiting.length > first) visitor.visit(waiting.pop() as Expression)
}

/** The expressions that `eachInPostorder` visits, in its order. */
export function postorder(expression: Expression, operands: Visitor['operands'] = operandsOf): Expression[] {
  const order: Expression[] = []
  eachInPostorder(expression, { visit: (each) => order.push(each), operands })
  return order
}
