import type { Call, Expression, Index, Infix } from '../language/syntax.ts'
import { functionNamed } from '../primitives/index.ts'
import { reduces } from '../primitives/plan.ts'

type RankOfName = (name: string) => number

/** How many axes a formula's value has, given those of its names. Formulas are short: it may recurse. */
export function rankOf(expression: Expression, named: RankOfName): number {
  switch (expression.kind) {
    case 'number':
      return 0
    case 'name':
      return named(expression.name)
    case 'prefix':
      return rankOf(expression.operand, named)
    case 'infix':
      return rankOfInfix(expression, named)
    case 'array':
      return 1 + Math.max(0, ...expression.items.map((item) => rankOf(item, named)))
    case 'subscript':
      return expression.indices.reduce((rank, index) => rank + addedBy(index), rankOf(expression.target, named))
    case 'call':
      return rankOfCall(expression, named)
  }
}

/** How many axes one index of a subscript adds; an array of places takes the place of an axis. */
const addedBy = ({ kind }: Index): number => (kind === 'at' ? -1 : kind === 'newaxis' ? 1 : 0)

function rankOfInfix({ operator, left, right }: Infix, named: RankOfName): number {
  const [a, b] = [rankOf(left, named), rankOf(right, named)]
  if (operator !== '@') return Math.max(a, b)
  return Math.max(a, b, 2) - (a === 1 ? 1 : 0) - (b === 1 ? 1 : 0)
}

function rankOfCall({ callee, operands, keywords }: Call, named: RankOfName): number {
  const [first, second] = operands
  const operation = functionNamed(callee)
  const rank = Math.max(0, ...operands.map((operand) => rankOf(operand, named)))
  if (operation && reduces(operation) && operands.length === 1) {
    if (keywords.some(({ name }) => name === 'keepdims')) return rank
    const along = keywords.find(({ name }) => name === 'axis')?.value
    if (!along) return 0
    return rank - (along.kind === 'array' ? along.items.length : 1)
  }
  if (callee === 'reshape' || callee === 'broadcast_to') return second?.kind === 'array' ? second.items.length : 1
  if (callee === 'outer') return 2
  if (callee === 'dot' || callee === 'trace') return 0
  if (callee === 'det' || callee === 'logdet' || callee === 'logabsdet') return Math.max(0, rank - 2)
  if (callee === 'diag') return rank === 1 ? 2 : 1
  if (callee === 'onehot') return rank + 1
  if (callee === 'pick') return rank - 1
  if (callee === 'solve') return second && rankOf(second, named) === 1 ? rank - 1 : rank
  if ((callee === 'cumsum' || callee === 'cumprod') && keywords.length === 0) return 1
  if (callee === 'flatten') return 1
  if (callee === 'stack') return rank + 1
  return callee === 'transpose' ? rankOf(first, named) : rank
}
