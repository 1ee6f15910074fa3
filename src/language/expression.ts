import * as adjacent from './adjacent.ts'
import { callWithoutBrackets, type IsFunction, powerOfFunction } from './calling.ts'
import { type Diagnostic, error } from './diagnostic.ts'
import { DERIVATIVES, isDifferential } from './differentials.ts'
import * as problem from './expressionProblems.ts'
import {
  type ArrayFrame,
  addTo,
  arrayFrame,
  type BracketFrame,
  type CallFrame,
  callFrame,
  callOf,
  type InfixFrame,
  isBracket,
  isList,
  mayEnd,
  type ParseFrame,
  type PrefixFrame,
  transposeOf,
} from './frames.ts'
import { keywordProblem, missingValue } from './keywords.ts'
import { MAX_NESTING, MAX_OPERATIONS, MAX_SUBSCRIPTS } from './limits.ts'
import { type BindingPower, bindingOf, isComparison, isInfix, PREFIX_PRECEDENCE } from './precedence.ts'
import type { ParseProblems } from './problems.ts'
import { closingBracket, ELLIPSIS, parseIndices, withoutEntries } from './subscript.ts'
import type { Expression, Index, InfixOperator, PrefixOperator, Span } from './syntax.ts'
import { closingOf, isClosing, isComma, isOperator, isSignToken, type Token } from './token.ts'

/** What the parts of the parser share: the text, what is wrong with it, and how much of it has been read. */
export interface ParseState {
  readonly source: string
  readonly problems: ParseProblems
  /** The names that the statements so far define. */
  readonly defined: Set<string>
  readonly isFunction: IsFunction
  operations: number
  /** How many subscripts are being read in each other. */
  subscripts: number
}

const LOOSEST: BindingPower = { precedence: 0, associativity: 'left' }

const spanOf = ({ from, to }: Span): Span => ({ from, to })

/**
 * Reads one expression by operator precedence, as Pratt's parser does, with what waits on a stack of its own, so that
 * depth costs memory only. (V. R. Pratt, Top down operator precedence, POPL 1973.)
 */
class ExpressionParser {
  readonly #reading: ParseState
  readonly #tokens: readonly Token[]
  #at: number
  readonly #frames: ParseFrame[] = []
  #depth = 0
  /** The operand just read, and where it stands with the brackets around it; null where one is expected. */
  #operand: Expression | null = null
  #from = 0
  #to = 0
  #failed = false

  constructor(reading: ParseState, tokens: readonly Token[], start: number) {
    this.#reading = reading
    this.#tokens = tokens
    this.#at = start
  }

  run(): Expression | null {
    while (!this.#failed && (this.#operand === null || this.#at < this.#tokens.length)) {
      if (this.#operand === null) this.#readOperand()
      else this.#readOn(this.#operand, this.#tokens[this.#at] as Token)
    }
    if (!this.#failed) this.#closeAll()
    return this.#failed ? null : this.#operand
  }

  #readOperand(): void {
    const token = this.#tokens[this.#at]
    if (this.#endsList(token)) this.#takeTrailingComma()
    else if (this.#startsKeyword(token)) this.#openKeyword()
    else if (token?.kind === 'number')
      this.#take(token, { kind: 'number', value: Number(token.text), from: token.from, to: token.to })
    else if (token?.kind === 'name') this.#readName(token)
    else if (token?.kind === 'callee') this.#openCall(token)
    else if (token?.text === '(') this.#open({ kind: 'group', open: token }, token)
    else if (token?.text === '‖' || token?.text === '⟨') this.#openSign(token)
    else if (isSignToken(token)) this.#openPrefix(token as Token)
    else if (token?.text === '[') this.#openArray(token)
    else this.#fail(this.#missing())
  }

  #missing(): Diagnostic {
    const top = this.#frames.at(-1)
    const keyword = top?.kind === 'call' ? top.keyword : null
    const token = this.#tokens[this.#at]
    if (isOperator(token, ELLIPSIS)) return problem.strayEllipsis(token as Token)
    return keyword ? missingValue(keyword) : problem.missingOperand(this.#tokens, this.#at, this.#reading.isFunction)
  }

  #readName(token: Token): void {
    const { source, isFunction } = this.#reading
    const power = this.#isFunction(token) ? powerOfFunction(source, this.#tokens, this.#at, isFunction) : null
    if (power) this.#fail(power)
    else this.#take(token, { kind: 'name', name: token.text, from: token.from, to: token.to })
  }

  #isFunction({ kind, text }: Token): boolean {
    return kind === 'name' && this.#reading.isFunction(text) && !this.#reading.defined.has(text)
  }

  #take(extent: Span, operand: Expression): void {
    this.#at++
    this.#operand = operand
    this.#from = extent.from
    this.#to = extent.to
  }

  #openCall(callee: Token): void {
    this.#countOperation(callee)
    this.#at++
    const open = this.#tokens[this.#at] as Token
    this.#open(callFrame(callee, open), open)
  }

  /** `‖x‖` and `⟨u, v⟩` are calls whose brackets say of what. */
  #openSign(open: Token): void {
    this.#countOperation(open)
    this.#open(callFrame({ ...open, kind: 'callee', text: open.text === '‖' ? 'norm' : 'dot' }, open), open)
  }

  #openArray(open: Token): void {
    this.#countOperation(open)
    this.#open(arrayFrame(open), open)
  }

  /** A comma may follow the last item of an array. */
  #endsList(token: Token | undefined): boolean {
    return mayEnd(this.#frames.at(-1)) && (token === undefined || isClosing(token))
  }

  #takeTrailingComma(): void {
    this.#operand = (this.#frames.at(-1) as ArrayFrame).items.pop() as Expression
    this.#to = (this.#tokens[this.#at - 1] as Token).to
  }

  #startsKeyword(token: Token | undefined): boolean {
    const top = this.#frames.at(-1)
    return top?.kind === 'call' && !top.keyword && token?.kind === 'name' && isOperator(this.#tokens[this.#at + 1], '=')
  }

  #openKeyword(): void {
    const call = this.#frames.at(-1) as CallFrame
    call.keyword = [this.#tokens[this.#at] as Token, this.#tokens[this.#at + 1] as Token]
    this.#at += 2
  }

  #openPrefix(sign: Token): void {
    this.#countOperation(sign)
    this.#open({ kind: 'prefix', operator: sign.text as PrefixOperator, from: sign.from }, sign)
  }

  #open(frame: ParseFrame, token: Token): void {
    this.#at++
    this.#frames.push(frame)
    if (++this.#depth > MAX_NESTING) this.#pass('nesting', token)
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
    if (token.text === ':') this.#fail(problem.strayColon(token))
    if (token.text === ELLIPSIS) this.#fail(problem.strayEllipsis(token))
    const [before, next] = [this.#tokens[this.#at - 1] as Token, this.#tokens[this.#at + 1]]
    if (token.text === '^' && next?.kind === 'name' && this.#isFunction(before)) this.#fail(problem.powerOf(before))
    const operator = isInfix(token.text) ? token.text : '=='
    if (token.text === '=') this.#report(problem.equalsInside(token))
    this.#pushInfix(operator, token)
    this.#at++
  }

  #pushInfix(operator: InfixOperator, token: Token): void {
    this.#countOperation(token)
    this.#reduce(bindingOf(operator))
    this.#frames.push({ kind: 'infix', operator, left: this.#operand as Expression, from: this.#from })
    this.#operand = null
  }

  /** `x²` binds to its left neighbour alone, so that `2^x²` is 2^(x²). */
  #raise(base: Expression, token: Token): void {
    this.#countOperation(token)
    const span = spanOf(token)
    const digits: Expression = { kind: 'number', value: Math.abs(Number(token.text)), ...span }
    const isNegative = token.text.startsWith('-')
    const right: Expression = isNegative ? { kind: 'prefix', operator: '-', operand: digits, ...span } : digits
    const extent = { from: this.#from, to: token.to }
    this.#take(extent, { kind: 'infix', operator: '^', left: base, right, ...extent })
  }

  #transpose(operand: Expression, token: Token): void {
    this.#countOperation(token)
    const before = this.#tokens[this.#at - 1] as Token
    if (before.kind === 'number' || before.kind === 'superscript') this.#report(problem.transposedNumber(before, token))
    const extent = { from: this.#from, to: token.to }
    this.#take(extent, transposeOf(operand, token, extent))
  }

  /** Brackets after an operand take entries of it, or the comma between two rows is missing. */
  #readBracket(operand: Expression, open: Token): void {
    const before = this.#tokens[this.#at - 1] as Token
    if (operand.kind === 'array' && before.to < open.from && isList(this.#frames.at(-1))) {
      this.#report(adjacent.adjacentRows(this.#reading.source, before, open))
      this.#addItem(open)
    } else if (before.kind === 'number' || before.kind === 'superscript') this.#fail(withoutEntries(before, open))
    else this.#readSubscript(operand, open)
  }

  #readSubscript(target: Expression, open: Token): void {
    this.#countOperation(open)
    const end = closingBracket(this.#tokens, this.#at)
    const last = this.#tokens[end - 1] as Token
    const isClosed = end < this.#tokens.length
    const indices = isClosed ? this.#readIndices(end, open) : null
    if (!isClosed) this.#fail(problem.unclosedBracket([...this.#openBrackets, open], this.#tokens, last.to))
    else if (!indices) this.#failed = true
    else if ('severity' in indices) this.#fail(indices)
    else this.#takeEntries(target, indices, end)
  }

  #readIndices(end: number, open: Token): readonly Index[] | Diagnostic | null {
    if (++this.#reading.subscripts > MAX_SUBSCRIPTS) this.#pass('subscripts', open)
    const indices = this.#failed
      ? null
      : parseIndices(this.#tokens, [this.#at, end], (tokens) => parseExpression(this.#reading, tokens, 0))
    this.#reading.subscripts--
    return indices
  }

  #takeEntries(target: Expression, indices: readonly Index[], end: number): void {
    const [open, close] = [this.#tokens[this.#at] as Token, this.#tokens[end] as Token]
    if (close.text !== ']') this.#report(problem.bracketMismatch(open, close))
    this.#at = end
    const extent = { from: this.#from, to: close.to }
    this.#take(extent, { kind: 'subscript', target, indices, ...extent })
  }

  /** A product whose sign is left out; `token` starts its right factor and stays to be read. */
  #multiply(token: Token): void {
    const before = this.#tokens[this.#at - 1] as Token
    const isProduct =
      !this.#isNextLine(before, token) &&
      token.kind !== 'number' &&
      (before.kind === 'number' || before.kind === 'superscript' || isClosing(before))
    const differential = [before, token].find((each) => isDifferential(each, this.#reading.source))
    if (differential) this.#fail(error(differential, DERIVATIVES))
    else if (token.kind === 'name' && isOperator(this.#tokens[this.#at + 1], '=')) this.#failNames(before, token)
    else if (isClosing(before) && token.text.startsWith('_')) this.#fail(adjacent.indexAfterBracket(token))
    else if (isProduct) this.#noteProduct(before, token)
    else if (this.#isFunction(before)) this.#fail(callWithoutBrackets(before, this.#tokens, this.#at))
    else this.#reportAdjacent(before, token)
    this.#pushInfix('*', token)
  }

  /** Operands on two lines are rather those of a list than factors. */
  #isNextLine(before: Token, token: Token): boolean {
    return /[\n\r]/.test(this.#reading.source.slice(before.to, token.from))
  }

  #reportAdjacent(before: Token, token: Token): void {
    const { source, defined } = this.#reading
    const word = adjacent.wordBetween(this.#tokens, this.#at, (name) => defined.has(name))
    if (word) this.#fail(word)
    const top = this.#frames.at(-1)
    const isPlain = top?.kind !== 'infix' || (top.operator !== '/' && top.operator !== '^')
    if (!word) this.#report(adjacent.adjacentOperands(source, [before, token], isPlain, this.#bracket))
  }

  get #bracket(): BracketFrame['kind'] | undefined {
    return this.#frames.findLast(isBracket)?.kind
  }

  /** `name =` where nothing can be named: a keyword behind a missing comma, or the next definition. */
  #failNames(before: Token, name: Token): void {
    const { source } = this.#reading
    const isKeyword = this.#bracket === 'call'
    this.#fail(
      isKeyword ? adjacent.adjacentKeyword(source, before, name) : adjacent.adjacentStatements(source, before, name),
    )
  }

  /** `1/2x`, `e^2x`: where the sign is left out, many expect that the product comes first. */
  #noteProduct(before: Token, factor: Token): void {
    const top = this.#frames.at(-1)
    if (top?.kind !== 'infix' || (top.operator !== '/' && top.operator !== '^')) return
    if (top.operator === '^' && (before.kind !== 'number' || before.to < factor.from)) return
    const left = { from: top.from, to: this.#to }
    const note = top.operator === '/' ? problem.ambiguousQuotient : problem.ambiguousPower
    this.#reading.problems.remark(() => note(this.#reading.source, left, factor))
  }

  #readComma(comma: Token): void {
    this.#reduce(LOOSEST)
    this.#readTuple()
    if (!isList(this.#frames.at(-1))) this.#fail(this.#strayComma())
    this.#addItem(comma)
    this.#at++
  }

  #strayComma(): Diagnostic {
    const top = this.#frames.at(-1)
    return problem.strayComma(this.#tokens, this.#at, top?.kind === 'group' ? top.open : undefined)
  }

  /** An operand in round brackets turns out to be an array: `zeros((2, 3))`, as Python writes shapes. */
  #readTuple(): void {
    const [outer, top] = this.#frames.slice(-2)
    if (top?.kind === 'group' && outer?.kind === 'call') this.#frames[this.#frames.length - 1] = arrayFrame(top.open)
  }

  /** The operand is complete; one more is expected, after what stands at `span`. */
  #addItem(span: Span): void {
    this.#countOperation(span)
    const top = this.#frames.at(-1)
    if (isList(top)) addTo(top, this.#operand as Expression, this.#to)
    this.#operand = null
  }

  #close(token: Token): void {
    this.#reduce(LOOSEST)
    this.#at++
    if (this.#frames.length === 0) this.#report(problem.strayBracket(token))
    else this.#closeInnermost(token)
  }

  #closeInnermost(token: Token): void {
    const { open } = this.#frames.at(-1) as BracketFrame
    if (token.text !== closingOf(open)) this.#report(problem.bracketMismatch(open, token))
    this.#finishBracket(token.to)
  }

  /** The innermost bracket ends at `to`: a list becomes the operand, a group gives its extent to what is in it. */
  #finishBracket(to: number): void {
    const frame = this.#frames.pop() as BracketFrame
    this.#depth--
    if (isList(frame)) addTo(frame, this.#operand as Expression, this.#to)
    this.#to = to
    this.#from = frame.kind === 'call' ? frame.callee.from : frame.open.from
    if (frame.kind === 'array') this.#operand = { kind: 'array', items: frame.items, from: this.#from, to }
    if (frame.kind === 'call') this.#finishCall(frame)
  }

  #finishCall(call: CallFrame): void {
    const wrong = keywordProblem(call.operands, call.keywords)
    if (wrong) this.#report(wrong)
    this.#operand = callOf(call, this.#to)
  }

  #closeAll(): void {
    this.#reduce(LOOSEST)
    const open = this.#openBrackets
    if (open.length > 0) this.#report(problem.unclosedBracket(open, this.#tokens, this.#to))
    while (this.#frames.length > 0) {
      this.#finishBracket(this.#to)
      this.#reduce(LOOSEST)
    }
  }

  /** Finishes what binds tighter than an operator that comes next. */
  #reduce(next: BindingPower): void {
    for (let top = this.#frames.at(-1); top && this.#bindsTighter(top, next); top = this.#frames.at(-1)) {
      this.#frames.pop()
      if (top.kind === 'infix') this.#finishInfix(top)
      else if (top.kind === 'prefix') this.#finishPrefix(top)
    }
  }

  #bindsTighter(frame: ParseFrame, next: BindingPower): boolean {
    if (isBracket(frame)) return false
    const precedence = frame.kind === 'infix' ? bindingOf(frame.operator).precedence : PREFIX_PRECEDENCE
    return precedence > next.precedence || (precedence === next.precedence && next.associativity !== 'right')
  }

  #finishInfix({ operator, left, from }: InfixFrame): void {
    const right = this.#operand as Expression
    this.#operand = { kind: 'infix', operator, left, right, from, to: this.#to }
    if (isComparison(this.#operand)) this.#checkChain(left, from, operator, right)
    this.#from = from
  }

  /** Of a long chain only the whole is reported: its fix leaves a shorter one. An operand in brackets is no chain. */
  #checkChain(left: Expression, from: number, operator: InfixOperator, right: Expression): void {
    const next = this.#tokens[this.#at]
    const goesOn = next?.kind === 'operator' && isInfix(next.text) && bindingOf(next.text) === bindingOf('<')
    if (goesOn || left.kind !== 'infix' || !isComparison(left) || left.from !== from) return
    this.#report(problem.chainedComparison(left, operator, right, this.#to))
  }

  #finishPrefix({ operator, from }: PrefixFrame): void {
    this.#depth--
    this.#operand = { kind: 'prefix', operator, operand: this.#operand as Expression, from, to: this.#to }
    this.#from = from
  }

  get #openBrackets(): Token[] {
    return this.#frames.filter(isBracket).map((frame) => frame.open)
  }

  #countOperation(span: Span): void {
    if (++this.#reading.operations > MAX_OPERATIONS) this.#pass('operations', span)
  }

  #pass(limit: 'operations' | 'nesting' | 'subscripts', { from, to }: Span): void {
    if (!this.#failed) this.#reading.problems.passed(limit, { from, to })
    this.#failed = true
  }

  /** Something is wrong, and yet it is clear how to read on. */
  #report(diagnostic: Diagnostic): void {
    this.#reading.problems.report(diagnostic)
    this.#failed ||= this.#reading.problems.full
  }

  #fail(diagnostic: Diagnostic): void {
    if (!this.#failed) this.#reading.problems.report(diagnostic)
    this.#failed = true
  }
}

/** The expression that the tokens from `start` to the end say; null, with the reason reported, if they say none. */
export const parseExpression = (reading: ParseState, tokens: readonly Token[], start: number): Expression | null =>
  new ExpressionParser(reading, tokens, start).run()
