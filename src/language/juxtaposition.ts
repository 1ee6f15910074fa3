import * as adjacent from './adjacent.ts'
import { callWithoutBrackets } from './calling.ts'
import { error } from './diagnostic.ts'
import { DERIVATIVES, isDifferential } from './differentials.ts'
import * as problem from './expressionProblems.ts'
import { namesFunction } from './parseState.ts'
import type { PartialExpression } from './partialExpression.ts'
import { isClosing, isOperator, type Token } from './token.ts'
import type { TokenCursor } from './tokenCursor.ts'

/** Two operands side by side: a product whose sign is left out, or a mistake. `token` starts the right one. */
export function checkJuxtaposed(cursor: TokenCursor, read: PartialExpression, token: Token): void {
  const { state, tokens, at, before } = cursor
  const isProduct =
    !isNextLine(state.source, before, token) &&
    token.kind !== 'number' &&
    (before.kind === 'number' || before.kind === 'superscript' || isClosing(before))
  const differential = [before, token].find((each) => isDifferential(each, state.source))
  if (differential) cursor.fail(error(differential, DERIVATIVES))
  else if (token.kind === 'name' && isOperator(tokens[at + 1], '=')) failNames(cursor, read, token)
  else if (isClosing(before) && token.text.startsWith('_')) cursor.fail(adjacent.indexAfterBracket(token))
  else if (isProduct) noteProduct(cursor, read, token)
  else if (namesFunction(state, before)) cursor.fail(callWithoutBrackets(before, tokens, at))
  else reportAdjacent(cursor, read, token)
}

/** Operands on two lines are rather those of a list than factors. */
const isNextLine = (source: string, before: Token, token: Token): boolean =>
  /[\n\r]/.test(source.slice(before.to, token.from))

function reportAdjacent(cursor: TokenCursor, { top, bracket }: PartialExpression, token: Token): void {
  const { tokens, at, before } = cursor
  const { source, defined } = cursor.state
  const word = adjacent.wordBetween(tokens, at, (name) => defined.has(name))
  if (word) cursor.fail(word)
  const isPlain = top?.kind !== 'infix' || (top.operator !== '/' && top.operator !== '^')
  if (!word) cursor.report(adjacent.adjacentOperands(source, [before, token], isPlain, bracket))
}

/** `name =` where nothing can be named: a keyword behind a missing comma, or the next definition. */
function failNames(cursor: TokenCursor, { bracket }: PartialExpression, name: Token): void {
  const { before } = cursor
  const { source } = cursor.state
  const isKeyword = bracket === 'call'
  cursor.fail(
    isKeyword ? adjacent.adjacentKeyword(source, before, name) : adjacent.adjacentStatements(source, before, name),
  )
}

/** `1/2x`, `e^2x`: where the sign is left out, many expect that the product comes first. */
function noteProduct({ before, state }: TokenCursor, { top, to }: PartialExpression, factor: Token): void {
  if (top?.kind !== 'infix' || (top.operator !== '/' && top.operator !== '^')) return
  if (top.operator === '^' && (before.kind !== 'number' || before.to < factor.from)) return
  const left = { from: top.from, to }
  const note = top.operator === '/' ? problem.ambiguousQuotient : problem.ambiguousPower
  state.problems.remark(() => note(state.source, left, factor))
}
