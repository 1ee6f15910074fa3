import { adjacentRows } from './adjacent.ts'
import { powerOfFunction } from './calling.ts'
import type { Diagnostic } from './diagnostic.ts'
import * as problem from './expressionProblems.ts'
import { arrayFrame, type CallFrame, callFrame, isList, mayEnd, type ParseFrame, transposeOf } from './frames.ts'
import { checkJuxtaposed } from './juxtaposition.ts'
import { missingValue } from './keywords.ts'
import { MAX_SUBSCRIPTS } from './limits.ts'
import { namesFunction, type ParseState } from './parseState.ts'
import { PartialExpression } from './partialExpression.ts'
import { isInfix } from './precedence.ts'
import { closingBracket, ELLIPSIS, parseIndices, withoutEntries } from './subscript.ts'
import type { Expression, Index, PrefixOperator, Span } from './syntax.ts'
import { isClosing, isComma, isOperator, isQuoted, isSignToken, type Token } from './token.ts'
import { TokenCursor } from './tokenCursor.ts'

const spanOf = ({ from, to }: Span): Span => ({ from, to })

/**
 * Reads one expression by operator precedence, as Pratt's parser does, with what waits on a stack of its own, so that
 * depth costs memory only. (V. R. Pratt, Top down operator precedence, POPL 1973.)
 */
class ExpressionParser {
  readonly #cursor: TokenCursor
  readonly #read: PartialExpression

  constructor(state: ParseState, tokens: readonly Token[], start: number) {
    this.#cursor = new TokenCursor(state, tokens, start)
    this.#read = new PartialExpression(this.#cursor)
  }

  run(): Expression | null {
    const cursor = this.#cursor
    const read = this.#read
    while (!cursor.failed && (read.operand === null || cursor.at < cursor.tokens.length)) {
      if (read.operand === null) this.#readOperand()
      else this.#readOn(read.operand, cursor.tokens[cursor.at] as Token)
    }
    if (!cursor.failed) read.closeAll()
    return cursor.failed ? null : read.operand
  }

  #readOperand(): void {
    const token = this.#cursor.tokens[this.#cursor.at]
    if (this.#endsList(token)) this.#read.takeBackItem()
    else if (this.#startsKeyword(token)) this.#openKeyword()
    else if (token?.kind === 'number')
      this.#take(token, { kind: 'number', value: Number(token.text), from: token.from, to: token.to })
    else if (token?.kind === 'name') this.#readName(token)
    else if (token?.kind === 'callee') this.#openCall(token)
    else if (token?.text === '(') this.#open({ kind: 'group', open: token }, token)
    else if (token?.text === '‖' || token?.text === '⟨') this.#openSign(token)
    else if (isSignToken(token)) this.#openPrefix(token as Token)
    else if (token?.text === '[') this.#openArray(token)
    else this.#cursor.fail(this.#missing())
  }

  #missing(): Diagnostic {
    const top = this.#read.top
    const keyword = top?.kind === 'call' ? top.keyword : null
    const token = this.#cursor.tokens[this.#cursor.at]
    if (isOperator(token, ELLIPSIS)) return problem.strayEllipsis(token as Token)
    return keyword
      ? missingValue(keyword)
      : problem.missingOperand(this.#cursor.tokens, this.#cursor.at, this.#cursor.state.isFunction)
  }

  #readName(token: Token): void {
    const { source, isFunction } = this.#cursor.state
    const power = powerOfFunction(source, this.#cursor.tokens, this.#cursor.at, isFunction)
    if (power && namesFunction(this.#cursor.state, token)) this.#cursor.fail(power)
    else this.#take(token, { kind: 'name', name: token.text, from: token.from, to: token.to })
  }

  #take(extent: Span, operand: Expression): void {
    this.#cursor.at++
    this.#read.take(extent, operand)
  }

  #openCall(callee: Token): void {
    this.#cursor.countOperation(callee)
    this.#cursor.at++
    const open = this.#cursor.tokens[this.#cursor.at] as Token
    const frame = callFrame(callee, open)
    this.#open(frame, open)
    const text = this.#cursor.tokens[this.#cursor.at]
    if (text?.kind === 'text') this.#readText(frame, text)
  }

  /** The subscripts of `einsum`, and the comma after them. */
  #readText(call: CallFrame, text: Token): void {
    const comma = this.#cursor.tokens[this.#cursor.at + 1]
    if (!isQuoted(text)) this.#cursor.fail(problem.unclosedText(text))
    else if (!comma || !isComma(comma)) this.#cursor.fail(problem.textAlone(text))
    call.text = text
    this.#cursor.at += 2
  }

  /** `‖x‖` and `⟨u, v⟩` are calls whose brackets say of what. */
  #openSign(open: Token): void {
    this.#cursor.countOperation(open)
    this.#open(callFrame({ ...open, kind: 'callee', text: open.text === '‖' ? 'norm' : 'dot' }, open), open)
  }

  #openArray(open: Token): void {
    this.#cursor.countOperation(open)
    this.#open(arrayFrame(open), open)
  }

  /** A comma may follow the last item of an array. */
  #endsList(token: Token | undefined): boolean {
    return (token === undefined || isClosing(token)) && mayEnd(this.#read.top)
  }

  #startsKeyword(token: Token | undefined): boolean {
    if (token?.kind !== 'name' || !isOperator(this.#cursor.tokens[this.#cursor.at + 1], '=')) return false
    const { top } = this.#read
    return top?.kind === 'call' && !top.keyword
  }

  #openKeyword(): void {
    const call = this.#read.top as CallFrame
    call.keyword = [this.#cursor.tokens[this.#cursor.at] as Token, this.#cursor.tokens[this.#cursor.at + 1] as Token]
    this.#cursor.at += 2
  }

  #openPrefix(sign: Token): void {
    this.#cursor.countOperation(sign)
    this.#open({ kind: 'prefix', operator: sign.text as PrefixOperator, from: sign.from }, sign)
  }

  #open(frame: ParseFrame, token: Token): void {
    this.#cursor.at++
    this.#read.open(frame, token)
  }

  /** Reads what may follow an operand. */
  #readOn(operand: Expression, token: Token): void {
    if (token.kind === 'operator') this.#readOperator(token)
    else if (token.kind === 'superscript') this.#raise(operand, token)
    else if (token.kind === 'transpose') this.#transpose(operand, token)
    else if (isClosing(token)) this.#close(token)
    else if (isComma(token)) this.#readComma(token)
    else if (token.text === '[') this.#readBracket(operand, token)
    else this.#multiply(token)
  }

  #readOperator(token: Token): void {
    if (token.text === ':') this.#cursor.fail(problem.strayColon(token))
    if (token.text === ELLIPSIS) this.#cursor.fail(problem.strayEllipsis(token))
    if (token.text === '^') this.#checkPower()
    const operator = isInfix(token.text) ? token.text : '=='
    if (token.text === '=') this.#cursor.report(problem.equalsInside(token))
    this.#read.pushInfix(operator, token)
    this.#cursor.at++
  }

  /** `sin^x` */
  #checkPower(): void {
    const { before, tokens, at, state } = this.#cursor
    if (tokens[at + 1]?.kind === 'name' && namesFunction(state, before)) this.#cursor.fail(problem.powerOf(before))
  }

  /** `x²` binds to its left neighbour alone, so that `2^x²` is 2^(x²). */
  #raise(base: Expression, token: Token): void {
    this.#cursor.countOperation(token)
    const span = spanOf(token)
    const digits: Expression = { kind: 'number', value: Math.abs(Number(token.text)), ...span }
    const isNegative = token.text.startsWith('-')
    const right: Expression = isNegative ? { kind: 'prefix', operator: '-', operand: digits, ...span } : digits
    const extent = { from: this.#read.from, to: token.to }
    this.#take(extent, { kind: 'infix', operator: '^', left: base, right, ...extent })
  }

  #transpose(operand: Expression, token: Token): void {
    this.#cursor.countOperation(token)
    const before = this.#cursor.before
    if (before.kind === 'number' || before.kind === 'superscript')
      this.#cursor.report(problem.transposedNumber(before, token))
    const extent = { from: this.#read.from, to: token.to }
    this.#take(extent, transposeOf(operand, token, extent))
  }

  /** Brackets after an operand take entries of it, or the comma between two rows is missing. */
  #readBracket(operand: Expression, open: Token): void {
    const before = this.#cursor.before
    if (operand.kind === 'array' && before.to < open.from && isList(this.#read.top)) {
      this.#cursor.report(adjacentRows(this.#cursor.state.source, before, open))
      this.#read.addItem(open)
    } else if (before.kind === 'number' || before.kind === 'superscript')
      this.#cursor.fail(withoutEntries(before, open))
    else this.#readSubscript(operand, open)
  }

  #readSubscript(target: Expression, open: Token): void {
    this.#cursor.countOperation(open)
    const end = closingBracket(this.#cursor.tokens, this.#cursor.at)
    const last = this.#cursor.tokens[end - 1] as Token
    const isClosed = end < this.#cursor.tokens.length
    const indices = isClosed ? this.#readIndices(end, open) : null
    if (!isClosed)
      this.#cursor.fail(problem.unclosedBracket([...this.#read.openBrackets, open], this.#cursor.tokens, last.to))
    else if (!indices) this.#cursor.failed = true
    else if ('severity' in indices) this.#cursor.fail(indices)
    else this.#takeEntries(target, indices, end)
  }

  #readIndices(end: number, open: Token): readonly Index[] | Diagnostic | null {
    if (++this.#cursor.state.subscripts > MAX_SUBSCRIPTS) this.#cursor.pass('subscripts', open)
    const indices = this.#cursor.failed
      ? null
      : parseIndices(this.#cursor.tokens, [this.#cursor.at, end], (tokens) =>
          parseExpression(this.#cursor.state, tokens, 0),
        )
    this.#cursor.state.subscripts--
    return indices
  }

  #takeEntries(target: Expression, indices: readonly Index[], end: number): void {
    const [open, close] = [this.#cursor.tokens[this.#cursor.at] as Token, this.#cursor.tokens[end] as Token]
    if (close.text !== ']') this.#cursor.report(problem.bracketMismatch(open, close))
    this.#cursor.at = end
    const extent = { from: this.#read.from, to: close.to }
    this.#take(extent, { kind: 'subscript', target, indices, ...extent })
  }

  /** A product whose sign is left out; `token` starts its right factor and stays to be read. */
  #multiply(token: Token): void {
    checkJuxtaposed(this.#cursor, this.#read, token)
    this.#read.pushInfix('*', token)
  }

  #readComma(comma: Token): void {
    this.#read.finishOperand()
    this.#read.readTuple()
    if (!isList(this.#read.top)) this.#cursor.fail(this.#strayComma())
    this.#read.addItem(comma)
    this.#cursor.at++
  }

  #strayComma(): Diagnostic {
    const top = this.#read.top
    return problem.strayComma(this.#cursor.tokens, this.#cursor.at, top?.kind === 'group' ? top.open : undefined)
  }

  #close(token: Token): void {
    this.#read.finishOperand()
    this.#cursor.at++
    this.#read.close(token)
  }
}

/** The expression that the tokens from `start` to the end say; null, with the reason reported, if they say none. */
export const parseExpression = (reading: ParseState, tokens: readonly Token[], start: number): Expression | null =>
  new ExpressionParser(reading, tokens, start).run()
