import type { Role, Span } from './syntax.ts'

export type TokenKind =
  | 'number'
  | 'superscript'
  /** `.T`, also written `ᵀ`. */
  | 'transpose'
  | 'name'
  | 'callee'
  | 'role'
  | 'operator'
  | 'bracket'
  /** A comma, a semicolon, or a line break that ends a statement. */
  | 'separator'
  /** What stands in quotes where `einsum` has its subscripts. */
  | 'text'
  | 'comment'
  /** Nothing that the language knows. */
  | 'error'

export interface Token extends Span {
  readonly kind: TokenKind
  /** What it says in the language's own spelling: `*` for `×`, `sin` for `np.sin`, `2` for `²`; `\n` for any line break. */
  readonly text: string
  /** Whether it is misspelt: `text` has the reading that its fix writes. */
  readonly wrong: boolean
}

const ROLES: ReadonlySet<string> = new Set<Role>(['param', 'data', 'const', 'output'])

export const isRole = (word: string): word is Role => ROLES.has(word)

export const isComma = (token: Token): boolean => token.kind === 'separator' && token.text === ','

export const endsStatement = (token: Token): boolean => token.kind === 'separator' && token.text !== ','

export const isOperator = (token: Token | undefined, text: string): boolean =>
  token?.kind === 'operator' && token.text === text

/** Whether a text ends with the quote that it begins with. */
export const isQuoted = ({ text }: Token): boolean => text.length > 1 && text.at(-1) === text[0]

export const isSignToken = (token: Token | undefined): boolean => isOperator(token, '-') || isOperator(token, '+')

/** What closes each opening bracket. A norm is opened and closed by one sign, whose text says what it does. */
const CLOSING: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['⟨', '⟩'],
  ['‖', '‖ '],
])

export const isOpening = (token: Token): boolean => token.kind === 'bracket' && CLOSING.has(token.text)

export const isClosing = (token: Token): boolean => token.kind === 'bracket' && !isOpening(token)

/** The text of what closes that opening bracket. */
export const closingOf = (open: Pick<Token, 'text'>): string => CLOSING.get(open.text) ?? ')'
