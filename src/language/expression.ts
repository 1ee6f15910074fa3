import type { Diagnostic } from './diagnostic.ts'
import * as problem from './expressionProblems.ts'
import { MAX_NESTING, MAX_OPERATIONS } from './limits.ts'
import { type Binding, bindingOf, isComparison, isInfix, PREFIX_PRECEDENCE } from './precedence.ts'
import type { Problems } from './problems.ts'
import type { Expression, InfixOperator, PrefixOperator, Span } from './syntax.ts'
import { isClosing, isComma, isOperator, type Token } from './token.ts'

/** What the parts of the parser share: the text, what is wrong with it, and how much of it has been read. */
export interface Reading {
  readonly source: string
  readonly problems: Problems
  /** The names that the statements so far define. */
  readonly defined: Set<string>
  operations: number
}

/** What waits for its right operand or for its closing bracket. */
type Frame =
  | { readonly kind: 'infix'; readonly operator: InfixOperator; readonly left: Expression; readonly from: number }
  | { readonly kind: 'prefix'; readonly operator: PrefixOperator; readonly from: number }
  | { readonly kind: 'group'; readonly open: Token }
  | { readonly kind: 'call'; readonly open: Token; readonly callee: Token; readonly operands: Expression[] }

const LOOSEST: Binding = { precedence: 0, associativity: 'left' }

const spanOf = ({ from, to }: Span): Span => ({ from, to })

const isSign = (token: Token | undefined): boolean => isOperator(token, '-') || isOperator(token, '+')

const isBracketFrame = (frame: Frame): frame is Frame & { open: Token } =>
  frame.kind === 'group' || frame.kind === 'call'

/**
 * Reads one expression by operator precedence, as Pratt's parser does, with what waits on a stack of its own, so that
 * depth costs memory only. (V. R. Pratt, Top down operator precedence, POPL 1973.)
 */
class ExpressionParser {
  private readonly reading: Reading
  private readonly tokens: readonly Token[]
  private at: number
  private readonly frames: Frame[] = []
  private depth = 0
  /** The operand just read, and where it stands with the brackets around it; null where one is expected. */
  private operand: Expression | null = null
  private from = 0
  private to = 0
  private failed = false

  constructor(reading: Reading, tokens: readonly Token[], start: number) {
    this.reading = reading
    this.tokens = tokens
    this.at = start
  }

  run(): Expression | null {
    while (!this.failed && (this.operand === null || this.at < this.tokens.length)) {
      if (this.operand === null) this.readOperand()
      else this.readOn(this.operand, this.tokens[this.at] as Token)
    }
    if (!this.failed) this.closeAll()
    return this.failed ? null : this.operand
  }

  private readOperand(): void {
    const token = this.tokens[this.at]
    if (token?.kind === 'number')
      this.take(token, { kind: 'number', value: Number(token.text), from: token.from, to: token.to })
    else if (token?.kind === 'name')
      this.take(token, { kind: 'name', name: token.text, from: token.from, to: token.to })
    else if (token?.kind === 'callee') this.openCall(token)
    else if (token?.text === '(') this.open({ kind: 'group', open: token }, token)
    else if (isSign(token)) this.openPrefix(token as Token)
    else if (token?.text === '[') this.fail(problem.vector(token))
    else this.fail(problem.missingOperand(this.tokens, this.at))
  }

  private take(extent: Span, operand: Expression): void {
    this.at++
    this.operand = operand
    this.from = extent.from
    this.to = extent.to
  }

  private openCall(callee: Token): void {
    this.countOperation(callee)
    this.at++
    const open = this.tokens[this.at] as Token
    this.open({ kind: 'call', callee, open, operands: [] }, open)
  }

  private openPrefix(sign: Token): void {
    this.countOperation(sign)
    this.open({ kind: 'prefix', operator: sign.text as PrefixOperator, from: sign.from }, sign)
  }

  private open(frame: Frame, token: Token): void {
    this.at++
    this.frames.push(frame)
    if (++this.depth > MAX_NESTING) this.pass('nesting', token)
  }

  /** Reads what may follow an operand. */
  private readOn(operand: Expression, token: Token): void {
    if (token.kind === 'operator') this.readOperator(token)
    else if (token.kind === 'superscript') this.raise(operand, token)
    else if (isClosing(token)) this.close(token)
    else if (isComma(token)) this.readComma(token)
    else if (token.text === '[') this.fail(problem.subscripted(token))
    else this.multiply(token)
  }

  private readOperator(token: Token): void {
    const operator = isInfix(token.text) ? token.text : '=='
    if (operator !== token.text) this.report(problem.equalsInside(token))
    this.pushInfix(operator, token)
    this.at++
  }

  private pushInfix(operator: InfixOperator, token: Token): void {
    this.countOperation(token)
    this.reduce(bindingOf(operator))
    this.frames.push({ kind: 'infix', operator, left: this.operand as Expression, from: this.from })
    this.operand = null
  }

  /** `x²` binds to its left neighbour alone, so that `2^x²` is 2^(x²). */
  private raise(base: Expression, token: Token): void {
    this.countOperation(token)
    const span = spanOf(token)
    const digits: Expression = { kind: 'number', value: Math.abs(Number(token.text)), ...span }
    const isNegative = token.text.startsWith('-')
    const right: Expression = isNegative ? { kind: 'prefix', operator: '-', operand: digits, ...span } : digits
    const extent = { from: this.from, to: token.to }
    this.take(extent, { kind: 'infix', operator: '^', left: base, right, ...extent })
  }

  /** A product whose sign is left out; `token` starts its right factor and stays to be read. */
  private multiply(token: Token): void {
    const before = this.tokens[this.at - 1] as Token
    const isProduct =
      token.kind !== 'number' && (before.kind === 'number' || before.kind === 'superscript' || isClosing(before))
    if (isProduct) this.noteQuotient(token)
    else this.report(problem.adjacentOperands(this.reading.source, before, token, this.bracket?.kind === 'call'))
    this.pushInfix('*', token)
  }

  private noteQuotient(factor: Token): void {
    const top = this.frames.at(-1)
    if (top?.kind !== 'infix' || top.operator !== '/') return
    const quotient = { from: top.from, to: this.to }
    this.reading.problems.remark(() => problem.ambiguousQuotient(this.reading.source, quotient, factor))
  }

  private readComma(comma: Token): void {
    this.countOperation(comma)
    this.reduce(LOOSEST)
    const top = this.frames.at(-1)
    const [before, after] = [this.tokens[this.at - 1] as Token, this.tokens[this.at + 1]]
    if (top?.kind === 'call') top.operands.push(this.operand as Expression)
    else this.fail(problem.strayComma(before, comma, after, top !== undefined))
    this.operand = null
    this.at++
  }

  private close(token: Token): void {
    this.reduce(LOOSEST)
    this.at++
    if (this.frames.length === 0) this.report(problem.strayBracket(token))
    else this.closeInnermost(token)
  }

  private closeInnermost(token: Token): void {
    if (token.text !== ')') this.report(problem.bracketMismatch(token))
    this.finishBracket(token.to)
  }

  /** The innermost bracket ends at `to`: a call becomes the operand, a group gives its extent to what is in it. */
  private finishBracket(to: number): void {
    const frame = this.frames.pop()
    this.depth--
    this.to = to
    if (frame?.kind === 'group') this.from = frame.open.from
    if (frame?.kind !== 'call') return
    const { callee, operands } = frame
    const from = callee.from
    operands.push(this.operand as Expression)
    this.operand = { kind: 'call', callee: callee.text, calleeSpan: spanOf(callee), operands, from, to }
    this.from = from
  }

  private closeAll(): void {
    this.reduce(LOOSEST)
    const open = this.frames.filter(isBracketFrame).map((frame) => frame.open)
    if (open.length > 0) this.report(problem.unclosedBracket(open, this.to))
    while (this.frames.length > 0) {
      this.finishBracket(this.to)
      this.reduce(LOOSEST)
    }
  }

  /** Finishes what binds tighter than an operator that comes next. */
  private reduce(next: Binding): void {
    for (let top = this.frames.at(-1); top && this.bindsTighter(top, next); top = this.frames.at(-1)) {
      this.frames.pop()
      if (top.kind === 'infix') this.finishInfix(top)
      else if (top.kind === 'prefix') this.finishPrefix(top)
    }
  }

  private bindsTighter(frame: Frame, next: Binding): boolean {
    if (isBracketFrame(frame)) return false
    const precedence = frame.kind === 'infix' ? bindingOf(frame.operator).precedence : PREFIX_PRECEDENCE
    return precedence > next.precedence || (precedence === next.precedence && next.associativity !== 'right')
  }

  private finishInfix({ operator, left, from }: Frame & { kind: 'infix' }): void {
    const right = this.operand as Expression
    this.operand = { kind: 'infix', operator, left, right, from, to: this.to }
    if (isComparison(this.operand)) this.checkChain(left, from, operator, right)
    this.from = from
  }

  /** Of a long chain only the whole is reported: its fix leaves a shorter one. An operand in brackets is no chain. */
  private checkChain(left: Expression, from: number, operator: InfixOperator, right: Expression): void {
    const next = this.tokens[this.at]
    const goesOn = next?.kind === 'operator' && isInfix(next.text) && bindingOf(next.text) === bindingOf('<')
    if (goesOn || left.kind !== 'infix' || !isComparison(left) || left.from !== from) return
    this.report(problem.chainedComparison(left, operator, right, this.to))
  }

  private finishPrefix({ operator, from }: Frame & { kind: 'prefix' }): void {
    this.depth--
    this.operand = { kind: 'prefix', operator, operand: this.operand as Expression, from, to: this.to }
    this.from = from
  }

  private get bracket(): Frame | undefined {
    return this.frames.findLast(isBracketFrame)
  }

  private countOperation(span: Span): void {
    if (++this.reading.operations > MAX_OPERATIONS) this.pass('operations', span)
  }

  private pass(limit: 'operations' | 'nesting', { from, to }: Span): void {
    if (!this.failed) this.reading.problems.passed(limit, { from, to })
    this.failed = true
  }

  /** Something is wrong, and yet it is clear how to read on. */
  private report(diagnostic: Diagnostic): void {
    this.reading.problems.report(diagnostic)
    this.failed ||= this.reading.problems.full
  }

  private fail(diagnostic: Diagnostic): void {
    if (!this.failed) this.reading.problems.report(diagnostic)
    this.failed = true
  }
}

/** The expression that the tokens from `start` to the end say; null, with the reason reported, if they say none. */
export const parseExpression = (reading: Reading, tokens: readonly Token[], start: number): Expression | null =>
  new ExpressionParser(reading, tokens, start).run()
