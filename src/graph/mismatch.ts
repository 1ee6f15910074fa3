import { quote, shorten } from '../language/diagnostic.ts'
import { operandsOf } from '../language/postorder.ts'
import { printExpression } from '../language/print.ts'
import type { Expression, Span } from '../language/syntax.ts'
import type { Mismatch } from '../primitives/wiring.ts'
import { lineOf, type Scope } from './declarations.ts'
import type { Problems } from './problems.ts'

/** The call in which a mismatch was found; what the language comes with is not in the text. */
export interface Called {
  readonly name: string
  readonly call: Span
  readonly isBuiltIn: boolean
}

/** Says that shapes do not fit, which shapes they are, and where the operands come from. */
export function reportMismatch(
  { mismatch }: Mismatch,
  expression: Expression,
  scope: Scope,
  problems: Problems,
  called: Called | null = null,
): void {
  if (problems.isFull('error')) return
  const operands = operandsOf(expression)
  const spread = expression.kind === 'call' && operands.length === 1 && operands[0].kind === 'array'
  const isBuiltIn = called?.isBuiltIn ?? false
  const name = (operand: Expression) => (isBuiltIn ? printExpression(operand) : origin(operand, scope))
  const named = (spread ? operandsOf(operands[0]) : operands).map(name)
  const where = called ? ` This is in ${quote(called.name)}, called on line ${lineOf(called.call.from, scope.source)}.` : ''
  problems.error(mismatch(named) + where, isBuiltIn && called ? called.call : expression)
}

/** An operand as it is written, with its line if it is a name that another line defines. */
function origin(operand: Expression, { source, byName, declarations }: Scope): string {
  const text = shorten(source.slice(operand.from, operand.to).replace(/\s+/g, ' '))
  const declared = operand.kind === 'name' ? declarations[byName.get(operand.name) ?? -1] : undefined
  return declared?.expression && !declared.isBuiltIn ? `${text} (line ${lineOf(declared.at.from, source)})` : text
}
