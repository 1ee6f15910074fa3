import type { Call, Expression, Infix, Span } from '../../language/syntax.ts'
import { shorten } from '../../language/words.ts'
import { opNamed } from '../operations.ts'
import type { Scope } from './declarations.ts'
import { LOG } from './logarithm.ts'
import { type ProgramProblems, replace } from './problems.ts'

/**
 * Says where a function of the language keeps digits that a formula as written loses: log1p, expm1, logsumexp.
 * What the user wrote stays as it is.
 */
export function advise(expression: Call | Infix, scope: Scope, problems: ProgramProblems): void {
  const isCommon =
    expression.kind === 'infix'
      ? expression.operator !== '-' || !isOne(expression.right)
      : opNamed(expression.callee) !== LOG
  if (isCommon || problems.isFull('note')) return
  const calls = (called: Expression, name: string): Expression | null =>
    called.kind === 'call' && !scope.byName.has(called.callee) && opNamed(called.callee) === opNamed(name)
      ? (called.operands[0] ?? null)
      : null
  const text = ({ from, to }: Span) => scope.source.slice(from, to)
  const suggest = (insert: string, why: string) =>
    problems.note(
      `${shorten(insert)} gives the same and ${why}.`,
      expression,
      replace(`Write ${shorten(insert)}`, expression, insert),
    )

  const logged = calls(expression, 'log')
  if (expression.kind === 'infix' && expression.operator === '-' && isOne(expression.right)) {
    const raised = calls(expression.left, 'exp')
    if (raised) suggest(`expm1(${text(raised)})`, 'keeps the digits that are lost where the exponent is close to 0')
  } else if (logged?.kind === 'infix' && logged.operator === '+') {
    const { left, right } = logged
    const exponents = terms(logged).map((term) => calls(term, 'exp'))
    const raised = calls(isOne(left) ? right : left, 'exp')
    if (isOne(left) !== isOne(right) && raised)
      suggest(`softplus(${text(raised)})`, 'does not overflow where the exponent is large')
    else if (isOne(left) !== isOne(right))
      suggest(`log1p(${text(isOne(left) ? right : left)})`, 'keeps the digits that are lost close to log(1)')
    else if (exponents.every((exponent) => exponent !== null))
      suggest(`logsumexp(${exponents.map(text).join(', ')})`, 'does not overflow where an exponent is large')
  } else if (logged) {
    const exponents = summed(logged, calls)
    if (exponents) suggest(`logsumexp(${text(exponents)})`, 'does not overflow where an exponent is large')
  }
}

const isOne = (expression: Expression): boolean => expression.kind === 'number' && expression.value === 1

/** x of `sum(exp(x))` over all entries, with its brackets taken as they are; null for anything else. */
function summed(logged: Expression, calls: (called: Expression, name: string) => Expression | null): Expression | null {
  const isWhole = logged.kind === 'call' && logged.operands.length === 1 && logged.keywords.length === 0
  const entries = isWhole ? calls(logged, 'sum') : null
  return entries && calls(entries, 'exp')
}

/** The terms of a sum, from left to right. */
function terms(sum: Expression): Expression[] {
  const found: Expression[] = []
  let rest = sum
  while (rest.kind === 'infix' && rest.operator === '+') {
    found.push(rest.right)
    rest = rest.left
  }
  return [...found, rest].reverse()
}
