import type { Call, Expression, Infix, Span } from '../../language/syntax.ts'
import { shorten } from '../../language/words.ts'
import { opNamed } from '../operations.ts'
import type { Scope } from './declarations.ts'
import { type ProgramProblems, replace } from './problems.ts'

/**
 * Says where a function of the language keeps digits that a formula as written loses: log1p, expm1, logsumexp.
 * What the user wrote stays as it is.
 */
export function advise(expression: Call | Infix, scope: Scope, problems: ProgramProblems): void {
  if (problems.isFull('note')) return
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
    if (isOne(left) !== isOne(right))
      suggest(`log1p(${text(isOne(left) ? right : left)})`, 'keeps the digits that are lost close to log(1)')
    else if (exponents.every((exponent) => exponent !== null))
      suggest(`logsumexp(${exponents.map(text).join(', ')})`, 'does not overflow where an exponent is large')
  }
}

/** `log(x, 2)`, as Python writes the logarithm to a base. */
export const isLogarithmOfBase = ({ callee, operands }: Call): boolean =>
  opNamed(callee) === LOG && operands.length === 2

const LOG = opNamed('log')

export function reportBase(call: Call, { source }: Scope, problems: ProgramProblems): void {
  const [x, base] = call.operands.map(({ from, to }) => source.slice(from, to))
  const written = base === '2' || base === '10' ? `log${base}(${x})` : `log(${x})/log(${base})`
  const fix = replace(`Write ${shorten(written)}`, call, written)
  problems.error(
    `log takes 1 operand: the logarithm to the base b is log(x)/log(b). Write ${shorten(written)}.`,
    call,
    fix,
  )
}

const isOne = (expression: Expression): boolean => expression.kind === 'number' && expression.value === 1

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
