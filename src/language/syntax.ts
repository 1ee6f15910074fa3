/** A stretch of the program text, in UTF-16 offsets: `from` inclusive, `to` exclusive. */
export interface Span {
  readonly from: number
  readonly to: number
}

export type InfixOperator = '+' | '-' | '*' | '/' | '^' | '<' | '<=' | '>' | '>=' | '==' | '!='
export type PrefixOperator = '-' | '+'

/** An expression of the program. A span covers the expression without brackets around it. */
export type Expression = NumberLiteral | Name | Call | Prefix | Infix

export interface NumberLiteral extends Span {
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
  readonly operands: readonly Expression[]
}
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

export interface Definition extends Span {
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
export interface BareExpression extends Span {
  readonly kind: 'expression'
  readonly value: Expression
}

export interface Program {
  readonly source: string
  readonly statements: readonly Statement[]
}
