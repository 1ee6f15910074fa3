import { type Diagnostic, error, type Fix } from './diagnostic.ts'
import { deleting, inserting, replacing } from './edits.ts'
import type { Span } from './syntax.ts'
import { isOperator, type Token } from './token.ts'

export const DERIVATIVES = 'Derivatives are computed by themselves: write only the function.'

/** Whether it is a part of `df/dx` or `d/dx`. */
export const isDifferential = ({ from, to }: Span, source: string): boolean =>
  /^d\p{L}?$/u.test(source.slice(from, to)) &&
  (/\bd\p{L}*\s*\/\s*$/u.test(source.slice(Math.max(0, from - 20), from)) ||
    /^\s*\/\s*d\p{L}\b/u.test(source.slice(to, to + 20)))

type Advice = (source: string, first: Token, next: Token, statement: Span) => Diagnostic

const FUNCTION = /def\s+([^\s()]+\s*\([^()]*\))\s*:\s*return\s+/y

function functionFix(source: string, { from }: Token): Fix | undefined {
  FUNCTION.lastIndex = from
  const head = FUNCTION.exec(source)?.[1]
  if (head === undefined) return undefined
  return { label: 'Write f(x) = …', changes: [replacing({ from, to: FUNCTION.lastIndex }, `${head} = `)] }
}

const define: Advice = (source, first) =>
  error(first, 'A function is written f(x) = …, without “def” and “return”.', functionFix(source, first))

const importing: Advice = (_, __, ___, statement) =>
  error(statement, 'Nothing has to be imported: sin, exp and the other functions are always there.', {
    label: 'Remove this line',
    changes: [deleting(statement)],
  })

const removeWord = ({ from, text }: Token, next: Token): Fix => ({
  label: `Remove ${text}`,
  changes: [deleting({ from, to: next.from })],
})

const superfluous: Advice = (_, first, next) =>
  error(
    first,
    `“${first.text}” is not part of the language, and not needed: write f = … or only the expression.`,
    removeWord(first, next),
  )

const whole: Advice = (_, first) =>
  error(
    first,
    '“int” is not part of the language: every value is a real number. Write trunc(…) where decimals are to be cut.',
  )

const branch = (word: Span & { readonly text: string }, fix?: Fix): Diagnostic =>
  error(
    word,
    `“${word.text}” is not part of the language. To choose between two values, write where(condition, a, b).`,
    fix,
  )

const branching: Advice = (_, first) => branch(first)

const repeating: Advice = (_, first) =>
  error(
    first,
    `“${first.text}” is not part of the language: nothing is repeated. Write each step as a definition of its own.`,
  )

/** First words of statements in other languages. All of them are also ordinary names. */
const FOREIGN: ReadonlyMap<string, Advice> = new Map([
  ['def', define],
  ['import', importing],
  ['from', importing],
  ['return', superfluous],
  ['let', superfluous],
  ['var', superfluous],
  ['input', superfluous],
  ['float', superfluous],
  ['double', superfluous],
  ['int', whole],
  ['if', branching],
  ['elif', branching],
  ['else', branching],
  ['for', repeating],
  ['while', repeating],
])

const LAMBDA = /lambda\s+([^:\n]*?)\s*:\s*/y

function lambdaProblem(source: string, name: Token, lambda: Token): Diagnostic {
  LAMBDA.lastIndex = lambda.from
  const parameters = LAMBDA.exec(source)?.[1]
  const message = 'A function is written f(x) = …, without “lambda”.'
  if (parameters === undefined) return error(lambda, message)
  const changes = [inserting(name.to, `(${parameters})`), deleting({ from: lambda.from, to: LAMBDA.lastIndex })]
  return error(lambda, message, { label: 'Write f(x) = …', changes })
}

const isBalanced = (text: string): boolean => text.split(/[([]/).length === text.split(/[)\]]/).length

/** A longer choice is not rewritten: to look for its parts would take long. */
const LONGEST_CHOICE = 200

/** `a if condition else b` as `where(condition, a, b)`. */
function choiceFix(source: string, span: Span): Fix | undefined {
  if (span.to - span.from > LONGEST_CHOICE) return undefined
  const [, ...parts] = /^(.+?)\s+if\s+(.+?)\s+else\s+(.+)$/s.exec(source.slice(span.from, span.to)) ?? []
  const [a, condition, b] = parts
  if (parts.length === 0 || !parts.every(isBalanced)) return undefined
  return { label: 'Write where(…)', changes: [replacing(span, `where(${condition}, ${a}, ${b})`)] }
}

const LOGIC: ReadonlyMap<string, string> = new Map([
  ['and', 'For “a and b”, multiply the two: (a)*(b).'],
  ['or', 'For “a or b”, write max(a, b).'],
  ['not', 'For “not a”, write a == 0.'],
])

/** A word of another language that stands beside an operand of the expression; null if it is an ordinary name. */
export function foreignWord(source: string, token: Token, expression: Span): Diagnostic | null {
  const logic = LOGIC.get(token.text)
  if (logic) return error(token, `“${token.text}” is not part of the language. ${logic}`)
  if (isDifferential(token, source)) return error(token, DERIVATIVES)
  return token.text === 'if' || token.text === 'else' ? branch(token, choiceFix(source, expression)) : null
}

/** `return -x`, unlike `return - x`, which is a difference. */
const isSigned = (word: Token, sign: Token, operand: Token | undefined): boolean =>
  sign.kind === 'operator' && word.to < sign.from && sign.to === operand?.from

/** What to write instead of a statement of another language; null where its words are only names. */
export function foreignProblem(source: string, tokens: readonly Token[], statement: Span): Diagnostic | null {
  const [first, second, third, fourth] = tokens
  if (first?.kind !== 'name' || !second || second.kind === 'separator') return null
  if (isOperator(second, '=') && third?.text === 'lambda' && fourth?.kind === 'name')
    return lambdaProblem(source, first, third)
  const isReturned = first.text === 'return' && isSigned(first, second, third)
  if (second.kind === 'operator' && !isReturned) return null
  return FOREIGN.get(first.text)?.(source, first, second, statement) ?? null
}
