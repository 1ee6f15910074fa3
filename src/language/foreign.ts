import { type Diagnostic, deleting, error, type Fix, inserting, replacing } from './diagnostic.ts'
import type { Span } from './syntax.ts'
import { isOperator, type Token } from './token.ts'

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

const branching: Advice = (_, first) =>
  error(
    first,
    `“${first.text}” is not part of the language. To choose between two values, write where(condition, a, b).`,
  )

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
