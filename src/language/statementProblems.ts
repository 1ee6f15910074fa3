import { type Diagnostic, error, warning } from './diagnostic.ts'
import { deleting, inserting, replacing } from './edits.ts'
import { compoundAssignment } from './expressionProblems.ts'
import type { Span } from './syntax.ts'
import type { Token } from './token.ts'
import { quote, shorten } from './words.ts'

const extentOf = (tokens: readonly Token[]): Span => ({
  from: (tokens[0] as Token).from,
  to: (tokens.at(-1) as Token).to,
})

/** What stands before a `=` is neither a name nor the head of a function. */
export function misplacedEquals(left: readonly Token[], equals: Token): Diagnostic {
  if (left.length === 0) return error(equals, 'The name is missing before “=”. Write it there, as in f = x^2.')
  const last = left.at(-1) as Token
  if (last.kind === 'operator') return compoundAssignment(last, equals)
  const span = extentOf(left)
  if (left[1]?.text === '[' && last.text === ']') return entrySet(span)
  if (!left.every((token) => token.kind === 'name'))
    return error(
      span,
      'On the left of “=” stands one name, or a function with its parameters, as in g(a, b) = a*b + 1.',
    )
  return error(span, 'A name has no blanks in it. Join its words with “_”.')
}

/** `x = y = 2`, whose names come first: the last of them gets the value, and each other one the next. */
export function chainedDefinition(source: string, names: readonly Token[], value: Span): Diagnostic {
  const last = (names.at(-1) as Token).text
  const lines = [`${last} = ${source.slice(value.from, value.to)}`]
  for (const [i, { text }] of names.slice(0, -1).entries()) lines.push(`${text} = ${names[i + 1]?.text}`)
  const span = { from: (names[0] as Token).from, to: value.to }
  return error(
    span,
    'A statement defines one name. Write each definition by itself, with “;” or a new line between them.',
    {
      label: `Write ${shorten(lines.join('; '))}`,
      changes: [replacing(span, lines.join('; '))],
    },
  )
}

const entrySet = (entry: Span): Diagnostic =>
  error(entry, 'An entry cannot be set: a name keeps its one value. Write the whole array, as in x = [1, 2].')

const withoutRole = (role: Token, next: Token) => ({
  label: `Remove ${role.text}`,
  changes: [deleting({ from: role.from, to: next.from })],
})

export const roleOfFunction = (role: Token, next: Token): Diagnostic =>
  error(
    role,
    `“${role.text}” describes a value, not a function. Before a function only “output” has a meaning.`,
    withoutRole(role, next),
  )

/** A role word before something that is no definition. */
export function roleOfExpression(role: Token, rest: readonly Token[]): Diagnostic {
  const next = rest[0] as Token
  if (role.text === 'output')
    return error(
      role,
      '“output” stands before one name or before a definition. An expression alone is an output anyway.',
      withoutRole(role, next),
    )
  const example = `${role.text} ${shorten(next.text)} = 1`
  const message = `“${role.text}” stands before a definition: write a value after the name, as in ${example}.`
  const span = { from: role.from, to: (rest.at(-1) as Token).to }
  if (rest.length > 1) return error(span, message)
  return error(span, message, { label: `Write ${example}`, changes: [inserting(span.to, ' = 1')] })
}

/** `x == 2` on a line of its own is an expression; it is seldom meant as one. */
export const comparisonAlone = (name: Token, equals: Token): Diagnostic =>
  warning(equals, `“==” compares and gives 0 or 1. To define ${quote(name.text)}, write “=”.`)
