import type { Diagnostic } from './diagnostic.ts'
import { parseExpression } from './expression.ts'
import { parseParameters } from './parameters.ts'
import type { ParseState } from './parseState.ts'
import { spellingProblem } from './spelling.ts'
import {
  chainedDefinition,
  comparisonAlone,
  misplacedEquals,
  roleOfExpression,
  roleOfFunction,
} from './statementProblems.ts'
import type { Expression, Role, Span, Statement } from './syntax.ts'
import { isClosing, isOpening, isOperator, type Token } from './token.ts'

const spanOf = ({ from, to }: Span): Span => ({ from, to })

/** Where the `=` of a definition stands: the first one outside brackets; -1 if there is none. */
function findEquals(tokens: readonly Token[]): number {
  let depth = 0
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token
    if (isOpening(token)) depth++
    else if (isClosing(token)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && isOperator(token, '=')) return at
  }
  return -1
}

/** Whether every word can be read; what follows the first that cannot is probably no part of a program. */
function checkSpelling({ source, problems }: ParseState, tokens: readonly Token[]): boolean {
  for (const token of tokens) {
    const problem = spellingProblem(source, token)
    if (problem) problems.report(problem)
    if (token.kind === 'error' || problems.full) return false
  }
  return true
}

class StatementParser {
  readonly #reading: ParseState
  readonly #tokens: readonly Token[]
  readonly #span: Span
  readonly #role: Token | null

  constructor(reading: ParseState, tokens: readonly Token[]) {
    const first = tokens[0] as Token
    this.#reading = reading
    this.#tokens = tokens
    this.#span = { from: first.from, to: (tokens.at(-1) as Token).to }
    this.#role = first.kind === 'role' ? first : null
  }

  run(): Statement | null {
    if (!checkSpelling(this.#reading, this.#tokens)) return null
    const equals = findEquals(this.#tokens)
    if (equals >= 0) return this.#parseDefinition(equals)
    return this.#role ? this.#parseDeclaration(this.#role) : this.#parseBare()
  }

  #parseDefinition(equals: number): Statement | null {
    const start = this.#role ? 1 : 0
    const name = this.#tokens[start]
    if (name?.kind !== 'name' || equals > start + 1) return this.#parseHead(this.#tokens.slice(start, equals), equals)
    const chained = isOperator(this.#tokens[equals + 2], '=') ? this.#chainedProblem(equals) : null
    if (chained) return this.#fail(chained)
    this.#reading.defined.add(name.text)
    const value = this.#parseFrom(equals + 1)
    const role = (this.#role?.text ?? null) as Role | null
    const { from, to } = this.#span
    return value && { kind: 'definition', name: name.text, nameSpan: spanOf(name), role, value, from, to }
  }

  /** What is wrong where names stand before an equals sign each, the first of them before `tokens[equals]`. */
  #chainedProblem(equals: number): Diagnostic | null {
    const names: Token[] = []
    for (let at = equals; isOperator(this.#tokens[at], '=') && this.#tokens[at - 1]?.kind === 'name'; at += 2)
      names.push(this.#tokens[at - 1] as Token)
    const rest = this.#tokens[equals + 2 * names.length - 1]
    if (names.length === 1 || !rest) return null
    return chainedDefinition(this.#reading.source, names, { from: rest.from, to: this.#span.to })
  }

  /** What stands before the equals sign is the head of a function, or no name. */
  #parseHead(left: readonly Token[], equals: number): Statement | null {
    const [name] = left
    if (name?.kind === 'callee' && left.at(-1)?.text === ')') return this.#parseFunction(name, left, equals)
    return this.#fail(misplacedEquals(left, this.#tokens[equals] as Token))
  }

  #parseFunction(callee: Token, head: readonly Token[], equals: number): Statement | null {
    const parameters = parseParameters(this.#reading.problems, head)
    const body = this.#parseFrom(equals + 1)
    const role = this.#role?.text === 'output' ? 'output' : null
    if (this.#role && !role) this.#fail(roleOfFunction(this.#role, callee))
    if (!parameters || !body) return null
    return { kind: 'function', name: callee.text, nameSpan: spanOf(callee), role, parameters, body, ...this.#span }
  }

  #parseDeclaration(role: Token): Statement | null {
    const [name, ...rest] = this.#tokens.slice(1)
    if (role.text !== 'output' || name?.kind !== 'name' || rest.length > 0)
      return this.#fail(roleOfExpression(role, this.#tokens.slice(1)))
    return { kind: 'output', name: name.text, nameSpan: spanOf(name), ...this.#span }
  }

  #parseBare(): Statement | null {
    const value = this.#parseFrom(0)
    const [name, equals] = this.#tokens
    const isComparison = name?.kind === 'name' && equals && isOperator(equals, '==')
    if (value && isComparison && !this.#reading.defined.has(name.text))
      this.#reading.problems.remark(() => comparisonAlone(name, equals))
    return value && { kind: 'expression', value, ...this.#span }
  }

  #parseFrom(start: number): Expression | null {
    return parseExpression(this.#reading, this.#tokens, start)
  }

  #fail(problem: Diagnostic): null {
    this.#reading.problems.report(problem)
    return null
  }
}

/** The statement that the tokens say, of which there is one at least; null, with the reason reported, if they say none. */
export const parseStatement = (reading: ParseState, tokens: readonly Token[]): Statement | null =>
  new StatementParser(reading, tokens).run()
