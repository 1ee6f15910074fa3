import type { Diagnostic } from './diagnostic.ts'
import { MAX_OPERATIONS } from './limits.ts'
import type { ParseState } from './parseState.ts'
import type { Span } from './syntax.ts'
import type { Token } from './token.ts'

/** Where the parser of an expression stands among its tokens, and whether it can go on from there. */
export class TokenCursor {
  readonly state: ParseState
  readonly tokens: readonly Token[]
  at: number
  failed = false

  constructor(state: ParseState, tokens: readonly Token[], start: number) {
    this.state = state
    this.tokens = tokens
    this.at = start
  }

  /** The token that was read last. */
  get before(): Token {
    return this.tokens[this.at - 1] as Token
  }

  countOperation(span: Span): void {
    if (++this.state.operations > MAX_OPERATIONS) this.pass('operations', span)
  }

  /** A limit is passed. */
  pass(limit: 'operations' | 'nesting' | 'subscripts', { from, to }: Span): void {
    if (!this.failed) this.state.problems.passed(limit, { from, to })
    this.failed = true
  }

  /** Something is wrong, and yet it is clear how to read on. */
  report(diagnostic: Diagnostic): void {
    this.state.problems.report(diagnostic)
    this.failed ||= this.state.problems.full
  }

  fail(diagnostic: Diagnostic): void {
    if (!this.failed) this.state.problems.report(diagnostic)
    this.failed = true
  }
}
