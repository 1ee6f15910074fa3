import type { Span } from '../language/syntax.ts'
import type { MathNode } from './mathNode.ts'

/** Whether a letter is set as an array: bold, or with an arrow. */
export interface Letter {
  readonly kind: 'letter'
  /** `x`, `theta`, `y_hat`: without its index. */
  readonly name: string
  readonly isArray: boolean
}

/** What one node of a formula says. */
export type Read =
  | Letter
  | { readonly kind: 'number'; readonly digits: string }
  /** `\sin`, `\operatorname{ReLU}`, `\text{loss}` */
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'operator'; readonly text: string }
  | { readonly kind: 'open' | 'close' | 'bar'; readonly text: string }
  | { readonly kind: 'comma' }
  /** `\left( … \right)`, what stands in braces, and rows of a bracketed array. */
  | { readonly kind: 'fenced'; readonly left: string; readonly right: string; readonly nodes: readonly MathNode[] }
  | { readonly kind: 'fraction'; readonly over: MathNode; readonly under: MathNode }
  | { readonly kind: 'root'; readonly of: MathNode; readonly degree: MathNode | null }
  | { readonly kind: 'rows'; readonly cells: readonly (readonly MathNode[])[] }

/** A word of mathematics, with what is written below and above it. */
export type MathToken = Span & { readonly sub: MathNode | null; readonly sup: MathNode | null } & Read
