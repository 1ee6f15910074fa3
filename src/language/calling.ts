import { type Diagnostic, error, type Fix } from './diagnostic.ts'
import { deleting, inserting, replacing } from './edits.ts'
import { isClosing, isComma, isOpening, isOperator, type Token } from './token.ts'
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

const RULE = 'Brackets stand around what a function is applied to'

/** Whether a term ends before that token, so that nothing behind it can belong to the operand. */
const endsTerm = (token: Token | undefined): boolean =>
  !token || isClosing(token) || isComma(token) || /^([-+=]|[<>]=?|[=!]=)$/.test(token.text)

/** `sin x` or `sin x^2`: the function before its operand, which starts with `tokens[at]`. What else belongs to it is not guessed. */
export function callWithoutBrackets(name: Token, tokens: readonly Token[], at: number): Diagnostic {
  const operand = tokens[at] as Token
  const call = shorten(`${name.text}(${operand.text})`)
  const isPlain = (operand.kind === 'name' || operand.kind === 'number') && endsTerm(tokens[at + 1])
  if (!isPlain) return error(name, `${RULE}: write ${name.text}(…).`)
  return error({ from: name.from, to: operand.to }, `${RULE}: write ${call}.`, {
    label: `Write ${call}`,
    changes: [replacing({ from: name.to, to: operand.from }, '('), inserting(operand.to, ')')],
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
  const exponent = tokens[end] as Token
  const span = { from: name.from, to: exponent.to }
  const power = source.slice(name.to, exponent.to)
  const inverse = `a${name.text}`
  if (/^(\^\s*-\s*1|⁻¹)$/.test(power) && isFunction(inverse))
    return error(span, `For the inverse function write ${inverse}(…), for the reciprocal 1/${name.text}(…).`)
  const raised = shorten(`${name.text}(…)${power}`)
  return error(
    span,
    `The exponent of a function’s value stands after its brackets: write ${raised}.`,
    raising(tokens, end, { name, exponent, power, label: `Write ${raised}` }),
  )
}

/** The exponent moved behind the brackets, unless something stands there that would act on it. */
function raising(
  tokens: readonly Token[],
  end: number,
  { name, exponent, power, label }: { name: Token; exponent: Token; power: string; label: string },
): Fix | undefined {
  const close = closingAt(tokens, end + 1)
  const next = tokens[close + 1]
  if (next && !endsTerm(next) && !isOperator(next, '*') && !isOperator(next, '/')) return undefined
  const last = tokens[close] as Token
  return { label, changes: [deleting({ from: name.to, to: exponent.to }), inserting(last.to, power)] }
}
