import type { Span } from '../../language/syntax.ts'

/** A Python program as a tree. Spans are those of the text as it was pasted, prompts and output included. */
export type PyStatement = Span &
  (
    | { readonly kind: 'expression'; readonly value: PyExpression }
    /** `a = b = value`; annotated too. */
    | { readonly kind: 'assign'; readonly targets: readonly PyExpression[]; readonly value: PyExpression }
    | {
        readonly kind: 'augment'
        readonly target: PyExpression
        readonly operator: string
        readonly value: PyExpression
      }
    | { readonly kind: 'delete'; readonly targets: readonly PyExpression[] }
    | { readonly kind: 'pass' | 'break' | 'continue' }
    | { readonly kind: 'return'; readonly value: PyExpression | null }
    | { readonly kind: 'assert'; readonly condition: PyExpression }
    | { readonly kind: 'scope'; readonly of: 'global' | 'nonlocal'; readonly names: readonly string[] }
    | { readonly kind: 'import'; readonly modules: readonly Imported[] }
    | { readonly kind: 'from'; readonly path: string; readonly names: readonly Imported[] | 'all' }
    | { readonly kind: 'if'; readonly branches: readonly Branch[]; readonly otherwise: readonly PyStatement[] }
    | {
        readonly kind: 'while'
        readonly condition: PyExpression
        readonly body: readonly PyStatement[]
        readonly otherwise: readonly PyStatement[]
      }
    | {
        readonly kind: 'for'
        readonly target: PyExpression
        readonly over: PyExpression
        readonly body: readonly PyStatement[]
        readonly otherwise: readonly PyStatement[]
      }
    | { readonly kind: 'with'; readonly managers: readonly WithItem[]; readonly body: readonly PyStatement[] }
    | { readonly kind: 'def'; readonly function: FunctionText; readonly decorators: readonly PyExpression[] }
    | {
        readonly kind: 'class'
        readonly name: string
        readonly nameSpan: Span
        readonly bases: readonly PyArgument[]
        readonly body: readonly PyStatement[]
        readonly decorators: readonly PyExpression[]
      }
    /** What is named where a program gets to it: it is not read. */
    | { readonly kind: 'refused'; readonly message: string }
    | { readonly kind: 'yield'; readonly message: string }
  )

export interface Imported extends Span {
  readonly path: string
  readonly as: string | null
}

interface Branch {
  readonly condition: PyExpression
  readonly body: readonly PyStatement[]
}

interface WithItem {
  readonly manager: PyExpression
  readonly as: PyExpression | null
}

/** What `def` and `lambda` write. */
export interface FunctionText extends Span {
  readonly name: string
  readonly nameSpan: Span
  readonly parameters: readonly PyParameter[]
  readonly body: readonly PyStatement[]
}

/** `a`, `a=1`, `*a`, `**a`; what stands after `*` is given by its name only, what stands before `/` only by its place. */
export interface PyParameter extends Span {
  readonly name: string
  readonly kind: 'place' | 'either' | 'keyword' | 'rest' | 'others'
  readonly initial: PyExpression | null
}

export type PyExpression = Span &
  (
    | { readonly kind: 'number'; readonly value: number; readonly dtype: 'bool' | 'int' | 'float' }
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'formatted'; readonly pieces: readonly FormattedPiece[] }
    | { readonly kind: 'none' | 'dots' }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'member'; readonly target: PyExpression; readonly name: string; readonly nameSpan: Span }
    | { readonly kind: 'subscript'; readonly target: PyExpression; readonly indices: readonly PyExpression[] }
    | {
        readonly kind: 'slice'
        readonly start: PyExpression | null
        readonly stop: PyExpression | null
        readonly step: PyExpression | null
      }
    | { readonly kind: 'call'; readonly callee: PyExpression; readonly given: readonly PyArgument[] }
    | { readonly kind: 'list' | 'tuple'; readonly items: readonly PyExpression[] }
    | { readonly kind: 'dictionary'; readonly entries: readonly PyEntry[] }
    | PyComprehension
    | { readonly kind: 'infix'; readonly operator: string; readonly left: PyExpression; readonly right: PyExpression }
    | { readonly kind: 'prefix'; readonly operator: string; readonly operand: PyExpression }
    | {
        readonly kind: 'logic'
        readonly operator: 'and' | 'or'
        readonly left: PyExpression
        readonly right: PyExpression
      }
    | { readonly kind: 'not'; readonly operand: PyExpression }
    /** `a < b <= c` */
    | { readonly kind: 'compare'; readonly first: PyExpression; readonly rest: readonly PyComparison[] }
    | {
        readonly kind: 'conditional'
        readonly condition: PyExpression
        readonly chosen: PyExpression
        readonly otherwise: PyExpression
      }
    | { readonly kind: 'lambda'; readonly function: FunctionText }
    | { readonly kind: 'starred'; readonly value: PyExpression }
    | { readonly kind: 'walrus'; readonly target: PyExpression; readonly value: PyExpression }
    | { readonly kind: 'unread'; readonly message: string; readonly isYield?: boolean }
  )

/** Of `f'{x:.3f} m'`: letters, and what stands in braces; `isPlain` if it is written out as `str` does. */
export type FormattedPiece = string | { readonly value: PyExpression; readonly isPlain: boolean }

export interface PyComprehension {
  readonly kind: 'comprehension'
  readonly of: 'list' | 'generator' | 'dictionary'
  readonly item: PyExpression
  /** Of a dictionary: what stands at the key. */
  readonly value: PyExpression | null
  readonly clauses: readonly PyClause[]
}

export type PyClause =
  | { readonly kind: 'for'; readonly target: PyExpression; readonly over: PyExpression }
  | { readonly kind: 'if'; readonly condition: PyExpression }

interface PyComparison {
  readonly operator: string
  readonly operand: PyExpression
}

/** `'w': w`; `**others` has no key. */
export interface PyEntry {
  readonly key: PyExpression | null
  readonly value: PyExpression
}

/** `x`, `axis=0`, `*args`, `**options`. */
export interface PyArgument extends Span {
  readonly kind: 'place' | 'keyword' | 'rest' | 'others'
  readonly name: string
  readonly value: PyExpression
}
