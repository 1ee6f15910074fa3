/** A stretch of the program text, in UTF-16 offsets: `from` inclusive, `to` exclusive. */
export interface Span {
  readonly from: number
  readonly to: number
}

export type InfixOperator = '+' | '-' | '*' | '@' | '/' | '^' | '<' | '<=' | '>' | '>=' | '==' | '!='
export type PrefixOperator = '-' | '+'

/** An expression of the program. A span covers the expression without brackets around it. */
export type Expression = NumberLiteral | Name | Call | Prefix | Infix | ArrayLiteral | Subscript

interface NumberLiteral extends Span {
  readonly kind: 'number'
  readonly value: number
}
export interface Name extends Span {
  readonly kind: 'name'
  readonly name: string
}
export interface Call extends Span {
  readonly kind: 'call'
  readonly callee: string
  readonly calleeSpan: Span
  /** What stands in quotes before the operands: the subscripts of `einsum('ij,jk->ik', A, B)`. */
  readonly text?: string
  readonly operands: readonly Expression[]
  /** `axis=0` and the like, which come after the operands. */
  readonly keywords: readonly Keyword[]
  /** Whether it is known to be a function of the program, whatever the language calls so. */
  readonly isOwn?: boolean
}
/** `axis=0`: its value is known before the program runs. `True` and `False` are the numbers 1 and 0. */
export interface Keyword extends Span {
  readonly name: string
  readonly nameSpan: Span
  readonly value: Expression
}
/** `[a, b]`: its items, which have one shape, stacked along a new first axis. `[[1, 2], [3, 4]]` is a matrix. As an operand `(2, 3)` is one too. */
export interface ArrayLiteral extends Span {
  readonly kind: 'array'
  readonly items: readonly Expression[]
}
/** `x[0]`, `W[0, :]`, `W[1:3, -1]`, `x[[0, 2]]`, as NumPy reads them. `W.T` is a call of `transpose`. */
export interface Subscript extends Span {
  readonly kind: 'subscript'
  readonly target: Expression
  readonly indices: readonly Index[]
}
/** One axis of a subscript. What a slice leaves out is null. */
export type Index =
  | (Span & { readonly kind: 'at'; readonly value: number })
  /** An axis of length 1 that the value has and the operand has not. */
  | (Span & { readonly kind: 'newaxis' })
  /** All of the axes that no other index names. */
  | (Span & { readonly kind: 'ellipsis' })
  /** A place, an array of places or a mask, known before the program runs. */
  | (Span & { readonly kind: 'known'; readonly value: Expression })
  | (Span & {
      readonly kind: 'slice'
      readonly start: number | null
      readonly stop: number | null
      readonly step: number | null
    })
export interface Prefix extends Span {
  readonly kind: 'prefix'
  readonly operator: PrefixOperator
  readonly operand: Expression
}
export interface Infix extends Span {
  readonly kind: 'infix'
  readonly operator: InfixOperator
  readonly left: Expression
  readonly right: Expression
}

/** What the word before a definition says: `param w = 0.5`, `data t = 1`, `const k = 3`, `output f = …`. */
export type Role = 'param' | 'data' | 'const' | 'output'

export type Statement = Definition | FunctionDefinition | OutputDeclaration | BareExpression

interface Definition extends Span {
  readonly kind: 'definition'
  readonly name: string
  readonly nameSpan: Span
  readonly role: Role | null
  readonly value: Expression
}
/** `g(a, b) = a*b + 1` */
export interface FunctionDefinition extends Span {
  readonly kind: 'function'
  readonly name: string
  readonly nameSpan: Span
  readonly role: 'output' | null
  readonly parameters: readonly (Span & { readonly name: string })[]
  readonly body: Expression
}
/** `output f1` on a line of its own */
export interface OutputDeclaration extends Span {
  readonly kind: 'output'
  readonly name: string
  readonly nameSpan: Span
}
interface BareExpression extends Span {
  readonly kind: 'expression'
  readonly value: Expression
}

export interface Program {
  readonly source: string
  readonly statements: readonly Statement[]
}
