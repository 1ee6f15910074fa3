import * as problem from './expressionProblems.ts'
import {
  type ArrayFrame,
  addTo,
  arrayFrame,
  type BracketFrame,
  type CallFrame,
  callOf,
  type InfixFrame,
  isBracket,
  isList,
  type ParseFrame,
  type PrefixFrame,
} from './frames.ts'
import { keywordProblem } from './keywords.ts'
import { MAX_NESTING } from './limits.ts'
import { type BindingPower, bindingOf, COMPARISON, isComparison, isInfix, PREFIX_PRECEDENCE } from './precedence.ts'
import type { Expression, InfixOperator, Span } from './syntax.ts'
import { closingOf, type Token } from './token.ts'
import type { TokenCursor } from './tokenCursor.ts'

const LOOSEST: BindingPower = { precedence: 0, associativity: 'left' }

/**
 * An expression as far as it has been read: the last operand, and what waits for it on a stack. An operand goes to
 * what binds tighter than the operator that comes next.
 */
export class PartialExpression {
  readonly #cursor: TokenCursor
  readonly #frames: ParseFrame[] = []
  #depth = 0
  /** The operand just read, and where it stands with the brackets around it; null where one is expected. */
  operand: Expression | null = null
  from = 0
  to = 0

  constructor(cursor: TokenCursor) {
    this.#cursor = cursor
  }

  /** What waits for the operand. */
  get top(): ParseFrame | undefined {
    return this.#frames.at(-1)
  }

  /** The kind of the innermost bracket. */
  get bracket(): BracketFrame['kind'] | undefined {
    return this.#frames.findLast(isBracket)?.kind
  }

  get openBrackets(): Token[] {
    return this.#frames.filter(isBracket).map((frame) => frame.open)
  }

  take(extent: Span, operand: Expression): void {
    this.operand = operand
    this.from = extent.from
    this.to = extent.to
  }

  /** A sign or a bracket, which waits for what comes. */
  open(frame: ParseFrame, token: Token): void {
    this.#frames.push(frame)
    if (++this.#depth > MAX_NESTING) this.#cursor.pass('nesting', token)
  }

  pushInfix(operator: InfixOperator, token: Token): void {
    this.#cursor.countOperation(token)
    const binding = bindingOf(operator)
    this.#reduce(binding)
    this.#frames.push({ kind: 'infix', operator, binding, left: this.operand as Expression, from: this.from })
    this.operand = null
  }

  /** What stands before a comma or a closing bracket is complete. */
  finishOperand(): void {
    this.#reduce(LOOSEST)
  }

  /** An operand in round brackets turns out to be an array: `zeros((2, 3))`, as Python writes shapes. */
  readTuple(): void {
    const { top } = this
    if (top?.kind === 'group' && this.#frames.at(-2)?.kind === 'call')
      this.#frames[this.#frames.length - 1] = arrayFrame(top.open)
  }

  /** The operand is complete; one more is expected, after what stands at `span`. */
  addItem(span: Span): void {
    this.#cursor.countOperation(span)
    const { top } = this
    if (isList(top)) addTo(top, this.operand as Expression, this.to)
    this.operand = null
  }

  /** The comma before the end of an array was its last: the item before it is the operand again. */
  takeBackItem(): void {
    this.operand = (this.top as ArrayFrame).items.pop() as Expression
    this.to = this.#cursor.before.to
  }

  /** The bracket that `token` closes is finished, whichever it is. */
  close(token: Token): void {
    if (this.#frames.length === 0) this.#cursor.report(problem.strayBracket(token))
    else {
      const { open } = this.top as BracketFrame
      if (token.text !== closingOf(open)) this.#cursor.report(problem.bracketMismatch(open, token))
      this.#finishBracket(token.to)
    }
  }

  /** The text ends here: so does what is open. */
  closeAll(): void {
    this.#reduce(LOOSEST)
    if (this.#frames.length === 0) return
    this.#cursor.report(problem.unclosedBracket(this.openBrackets, this.#cursor.tokens, this.to))
    while (this.#frames.length > 0) {
      this.#finishBracket(this.to)
      this.#reduce(LOOSEST)
    }
  }

  /** The innermost bracket ends at `to`: a list becomes the operand, a group gives its extent to what is in it. */
  #finishBracket(to: number): void {
    const frame = this.#frames.pop() as BracketFrame
    this.#depth--
    if (isList(frame)) addTo(frame, this.operand as Expression, this.to)
    this.to = to
    this.from = frame.kind === 'call' ? frame.callee.from : frame.open.from
    if (frame.kind === 'array') this.operand = { kind: 'array', items: frame.items, from: this.from, to }
    if (frame.kind === 'call') this.#finishCall(frame)
  }

  #finishCall(call: CallFrame): void {
    const wrong = keywordProblem(call.operands, call.keywords)
    if (wrong) this.#cursor.report(wrong)
    this.operand = callOf(call, this.to)
  }

  /** Finishes what binds tighter than an operator that comes next. */
  #reduce(next: BindingPower): void {
    for (let { top } = this; top && bindsTighter(top, next); top = this.top) {
      this.#frames.pop()
      if (top.kind === 'infix') this.#finishInfix(top)
      else if (top.kind === 'prefix') this.#finishPrefix(top)
    }
  }

  #finishInfix({ operator, binding, left, from }: InfixFrame): void {
    const right = this.operand as Expression
    this.operand = { kind: 'infix', operator, left, right, from, to: this.to }
    if (binding === COMPARISON) this.#checkChain(left, from, operator, right)
    this.from = from
  }

  /** Of a long chain only the whole is reported: its fix leaves a shorter one. An operand in brackets is no chain. */
  #checkChain(left: Expression, from: number, operator: InfixOperator, right: Expression): void {
    const { tokens, at } = this.#cursor
    const next = tokens[at]
    const goesOn = next?.kind === 'operator' && isInfix(next.text) && bindingOf(next.text) === COMPARISON
    if (goesOn || left.kind !== 'infix' || !isComparison(left) || left.from !== from) return
    this.#cursor.report(problem.chainedComparison(left, operator, right, this.to))
  }

  #finishPrefix({ operator, from }: PrefixFrame): void {
    this.#depth--
    this.operand = { kind: 'prefix', operator, operand: this.operand as Expression, from, to: this.to }
    this.from = from
  }
}

function bindsTighter(frame: ParseFrame, next: BindingPower): boolean {
  if (isBracket(frame)) return false
  const precedence = frame.kind === 'infix' ? frame.binding.precedence : PREFIX_PRECEDENCE
  return precedence > next.precedence || (precedence === next.precedence && next.associativity !== 'right')
}
