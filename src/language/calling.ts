import { type Diagnostic, error } from './diagnostic.ts'
import { deleting, inserting, replacing } from './edits.ts'
import { isClosing, isOpening, isOperator, type Token } from './token.ts'
import { shorten } from './words.ts'

/** Whether the language has a function of that name. */
export type IsFunction = (name: string) => boolean

/** Where the bracket that `tokens[open]` opens is closed; the last token if it never is. */
function closingAt(tokens: readonly Token[], open: number): number {
  let depth = 0
  for (let at = open; at < tokens.length; at++) {
    const token = tokens[at] as Token
    if (isOpening(token)) depth++
    else if (isClosing(token) && --depth === 0) return at
  }
  return tokens.length - 1
}

/** Where the operand ends that starts with `tokens[at]`: x, 2x, x², x^2, cos(x). */
function operandEnd(tokens: readonly Token[], at: number): number {
  const [token, next] = [tokens[at] as Token, tokens[at + 1]]
  if (token.kind === 'number' && (next?.kind === 'name' || next?.kind === 'callee')) return operandEnd(tokens, at + 1)
  const end = token.kind === 'callee' ? closingAt(tokens, at + 1) : at
  if (tokens[end + 1]?.kind === 'superscript') return end + 1
  const isRaised = isOperator(tokens[end + 1], '^') && /number|name/.test(tokens[end + 2]?.kind ?? '')
  return isRaised ? end + 2 : end
}

const RULE = 'Brackets stand around what a function is applied to:'

/** `sin x`, `sin 2x` or `exp^x`: the function before its operand, which starts with `tokens[at]`. */
export function callWithoutBrackets(source: string, name: Token, tokens: readonly Token[], at: number): Diagnostic {
  const [first, last] = [tokens[at] as Token, tokens[operandEnd(tokens, at)] as Token]
  const call = shorten(`${name.text}(${source.slice(first.from, last.to)})`)
  return error({ from: name.from, to: last.to }, `${RULE} write ${call}.`, {
    label: `Write ${call}`,
    changes: [replacing({ from: name.to, to: first.from }, '('), inserting(last.to, ')')],
  })
}

/** The exponent in `sin^2(x)`, `sin²(x)` or `sin^-1(x)`, whose function is `tokens[at]`: where it ends; `at` if there is none. */
function exponentEnd(tokens: readonly Token[], at: number): number {
  const signed = isOperator(tokens[at + 1], '^') ? at + 2 : at + 1
  const end = isOperator(tokens[signed], '-') ? signed + 1 : signed
  const kind = signed === at + 1 ? 'superscript' : 'number'
  return tokens[end]?.kind === kind && tokens[end + 1]?.text === '(' ? end : at
}

/** What is wrong with `sin^2(x)`, whose function is `tokens[at]`; null if no such exponent follows. */
export function powerOfFunction(
  source: string,
  tokens: readonly Token[],
  at: number,
  isFunction: IsFunction,
): Diagnostic | null {
  const name = tokens[at] as Token
  const end = exponentEnd(tokens, at)
  if (end === at) return null
  const [exponent, last] = [tokens[end] as Token, tokens[closingAt(tokens, end + 1)] as Token]
  const span = { from: name.from, to: exponent.to }
  const power = source.slice(name.to, exponent.to)
  const inverse = `a${name.text}`
  if (/^(\^\s*-\s*1|⁻¹)$/.test(power) && isFunction(inverse))
    return error(span, `For the inverse function write ${inverse}(…), for the reciprocal 1/${name.text}(…).`, {
      label: `Write ${inverse}`,
      changes: [replacing(span, inverse)],
    })
  const raised = shorten(`${name.text}(…)${power}`)
  return error(span, `The exponent of a function’s value stands after its brackets: write ${raised}.`, {
    label: `Write ${raised}`,
    changes: [deleting({ from: name.to, to: exponent.to }), inserting(last.to, power)],
  })
}
