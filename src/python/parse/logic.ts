import type { PyExpression } from './pySyntax.ts'
import { childrenOf, type GrammarNode, type Reading } from './reading.ts'

/**
 * `and`, `or` and `not`. The grammar takes `not a or b` for `not (a or b)`: what it has without brackets is put together
 * again as Python does, where `not` holds tighter than `and`, and that tighter than `or`.
 */
export function readLogic(reading: Reading, node: GrammarNode): PyExpression {
  const parts: Part[] = []
  flatten(reading, node, parts)
  const next = { place: 0 }
  return disjunction(reading, parts, next)
}

type Part = { readonly operator: 'and' | 'or' | 'not'; readonly node: GrammarNode } | PyExpression

function flatten(reading: Reading, node: GrammarNode, parts: Part[]): void {
  const children = childrenOf(node)
  if (node.name === 'UnaryExpression' && children[0].name === 'not') {
    parts.push({ operator: 'not', node: children[0] })
    flatten(reading, children[1], parts)
  } else if (node.name === 'BinaryExpression' && (children[1].name === 'and' || children[1].name === 'or')) {
    flatten(reading, children[0], parts)
    parts.push({ operator: children[1].name, node: children[1] })
    flatten(reading, children[2], parts)
  } else parts.push(reading.expression(node))
}

const isOperator = (part: Part | undefined, operator: string): boolean =>
  part !== undefined && !('kind' in part) && part.operator === operator

interface Place {
  place: number
}

const disjunction = (reading: Reading, parts: readonly Part[], next: Place): PyExpression =>
  joined('or', conjunction, reading, parts, next)

const conjunction = (reading: Reading, parts: readonly Part[], next: Place): PyExpression =>
  joined('and', negation, reading, parts, next)

function joined(
  operator: 'and' | 'or',
  tighter: typeof conjunction,
  reading: Reading,
  parts: readonly Part[],
  next: Place,
): PyExpression {
  let left = tighter(reading, parts, next)
  while (isOperator(parts[next.place], operator)) {
    next.place++
    const right = tighter(reading, parts, next)
    left = { kind: 'logic', operator, left, right, from: left.from, to: right.to }
  }
  return left
}

function negation(reading: Reading, parts: readonly Part[], next: Place): PyExpression {
  const part = parts[next.place++]
  if ('kind' in part) return part
  const operand = negation(reading, parts, next)
  return { kind: 'not', operand, from: reading.span(part.node).from, to: operand.to }
}
