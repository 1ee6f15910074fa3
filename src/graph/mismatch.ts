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
  const operands = operandsIn(expression)
  // What the language comes with stands nowhere in the text: its problems are those of the call.
  const isInText = !called?.isBuiltIn
  const named = operands.map((operand) => (isInText ? textOf(operand, scope) : printExpression(operand)))
  const sentences = [mismatch(named), ...(isInText ? origins(operands, scope) : []), ...calledOn(called, scope)]
  problems.error(sentences.join(' '), isInText || !called ? expression : called.call)
}

/** The operands of an expression; those of `concat([a, b])` are a and b. */
function operandsIn(expression: Expression): readonly Expression[] {
  const operands = operandsOf(expression)
  const isSpread = expression.kind === 'call' && operands.length === 1 && operands[0].kind === 'array'
  return isSpread ? operandsOf(operands[0]) : operands
}

const textOf = ({ from, to }: Expression, { source }: Scope): string =>
  shorten(source.slice(from, to).replace(/\s+/g, ' '))

/** Where the names among the operands are defined. */
function origins(operands: readonly Expression[], { source, byName, declarations }: Scope): string[] {
  const lines = operands.flatMap((operand) => {
    const declared = operand.kind === 'name' ? declarations[byName.get(operand.name) ?? -1] : undefined
    return declared?.expression ? [`${shorten(declared.name)} is from line ${lineOf(declared.at.from, source)}`] : []
  })
  return lines.length > 0 ? [`${[...new Set(lines)].slice(0, 3).join(', ')}.`] : []
}

const calledOn = (called: Called | null, { source }: Scope): string[] =>
  called ? [`This is in ${quote(called.name)}, called on line ${lineOf(called.call.from, source)}.`] : []
