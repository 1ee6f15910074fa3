import { type KeywordRead, keywordOf } from './keywords.ts'
import type { BindingPower } from './precedence.ts'
import type { Call, Expression, InfixOperator, PrefixOperator, Span } from './syntax.ts'
import type { Token } from './token.ts'

/** What waits for its right operand or for its closing bracket. */
export type ParseFrame = InfixFrame | PrefixFrame | BracketFrame

export interface InfixFrame {
  readonly kind: 'infix'
  readonly operator: InfixOperator
  readonly binding: BindingPower
  readonly left: Expression
  readonly from: number
}
export interface PrefixFrame {
  readonly kind: 'prefix'
  readonly operator: PrefixOperator
  readonly from: number
}

export type BracketFrame = GroupFrame | ListFrame
export type ListFrame = ArrayFrame | CallFrame

interface GroupFrame {
  readonly kind: 'group'
  readonly open: Token
}
export interface ArrayFrame {
  readonly kind: 'array'
  readonly open: Token
  readonly items: Expression[]
}
export interface CallFrame {
  readonly kind: 'call'
  readonly open: Token
  readonly callee: Token
  /** With its quotes. */
  text?: Token
  readonly operands: Expression[]
  readonly keywords: KeywordRead[]
  /** The `axis` and `=` whose value is being read. */
  keyword: readonly [name: Token, equals: Token] | null
}

const NONE: Call['keywords'] = []

export const arrayFrame = (open: Token): ArrayFrame => ({ kind: 'array', open, items: [] })

export const callFrame = (callee: Token, open: Token): CallFrame => ({
  kind: 'call',
  open,
  callee,
  operands: [],
  keywords: [],
  keyword: null,
})

export const isBracket = (frame: ParseFrame): frame is BracketFrame => frame.kind !== 'infix' && frame.kind !== 'prefix'

export const isList = (frame: ParseFrame | undefined): frame is ListFrame =>
  frame?.kind === 'array' || frame?.kind === 'call'

/** Whether the list may end here, after a comma. */
export const mayEnd = (frame: ParseFrame | undefined): frame is ArrayFrame =>
  frame?.kind === 'array' && frame.items.length > 0

/** One more operand, item or keyword of the list, which ends at `to` with the brackets around it. */
export function addTo(list: ListFrame, value: Expression, to: number): void {
  if (list.kind === 'array') list.items.push(value)
  else if (list.keyword) {
    const [name, equals] = list.keyword
    list.keywords.push({ name, equals, value, to })
    list.keyword = null
  } else list.operands.push(value)
}

export function callOf({ callee, text, operands, keywords }: CallFrame, to: number): Call {
  const call: Call = {
    kind: 'call',
    callee: callee.text,
    calleeSpan: { from: callee.from, to: callee.to },
    // A copy has no room to grow, of which there would be more than of operands.
    operands: operands.slice(),
    keywords: keywords.length > 0 ? keywords.map(keywordOf) : NONE,
    from: callee.from,
    to,
  }
  return text ? { ...call, text: text.text.slice(1, -1) } : call
}

export const transposeOf = (operand: Expression, { from, to }: Span, extent: Span): Call => ({
  kind: 'call',
  callee: 'transpose',
  calleeSpan: { from, to },
  operands: [operand],
  keywords: [],
  ...extent,
})
