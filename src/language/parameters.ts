import { type Diagnostic, error } from './diagnostic.ts'
import { deleting, replacing } from './edits.ts'
import type { ParseProblems } from './problems.ts'
import type { FunctionDefinition, Span } from './syntax.ts'
import { isComma, type Token } from './token.ts'
import { quote, shorten } from './words.ts'

function noParameters(callee: Token, brackets: Span): Diagnostic {
  const message = `${quote(callee.text)} has no parameters. Without them it is a plain definition, which has no brackets.`
  return error(brackets, message, { label: `Write ${shorten(callee.text)} = …`, changes: [deleting(brackets)] })
}

const notAName = (token: Token): Diagnostic =>
  error(token, 'The parameters of a function are plain names with commas between them, as in g(a, b) = a*b + 1.')

const MISSING = 'A parameter is missing beside this comma. Write its name there, or remove the comma.'

const missingBeside = (comma: Token): Diagnostic => error(comma, MISSING)

const lastComma = (comma: Token): Diagnostic => error(comma, MISSING, { label: 'Remove ,', changes: [deleting(comma)] })

const missingComma = (before: Token, after: Token): Diagnostic =>
  error(
    { from: before.from, to: after.to },
    `A comma is missing between ${quote(before.text)} and ${quote(after.text)}.`,
    {
      label: `Write ${shorten(before.text)}, ${shorten(after.text)}`,
      changes: [replacing({ from: before.to, to: after.from }, ', ')],
    },
  )

const duplicate = (token: Token): Diagnostic =>
  error(token, `The parameter ${quote(token.text)} stands here twice. Give each parameter a name of its own.`)

/** What is wrong with a token of the list, given the one before it (the opening bracket at first). */
function problemAt(before: Token, token: Token): Diagnostic | null {
  if (isComma(token)) return before.kind === 'name' ? null : missingBeside(token)
  if (token.kind !== 'name') return notAName(token)
  return before.kind === 'name' ? missingComma(before, token) : null
}

/** The parameters of `g(a, b) = …`, whose head is `[callee, open, …, close]`; null, with the reason reported, if they are none. */
export function parseParameters(
  problems: ParseProblems,
  head: readonly Token[],
): FunctionDefinition['parameters'] | null {
  const [callee, open] = head as [Token, Token]
  const close = head.at(-1) as Token
  const list = head.slice(1, -1)
  if (list.length === 1) problems.report(noParameters(callee, { from: open.from, to: close.to }))
  const wrong = list.slice(1).map((token, i) => problemAt(list[i] as Token, token))
  const names = list.filter((token) => token.kind === 'name')
  const last = list.at(-1) as Token
  const first = wrong.find((problem) => problem !== null) ?? (isComma(last) ? lastComma(last) : duplicateIn(names))
  if (first) problems.report(first)
  return first || list.length === 1 ? null : names.map(({ text: name, from, to }) => ({ name, from, to }))
}

function duplicateIn(names: readonly Token[]): Diagnostic | null {
  const seen = new Set<string>()
  const repeated = names.find(({ text }) => seen.size === seen.add(text).size)
  return repeated ? duplicate(repeated) : null
}
