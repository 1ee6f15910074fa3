import type { Expression, Span } from '../language/syntax.ts'
import type { MathNode } from './mathNode.ts'
import type { MathToken } from './mathToken.ts'
import type { LatexNames, RunningIndex } from './names.ts'
import type { FormulaPart } from './part.ts'

/** A formula that is being read, or a part of it in braces: what its rules share. */
export interface Reader {
  readonly names: LatexNames
  /** Where the formula starts in the text. */
  readonly shift: number
  /** The indices that run here. */
  readonly running: readonly RunningIndex[]
  readonly whole: Span
  /** What comes next. */
  readonly next: MathToken | undefined
  /** What comes after it. */
  readonly rest: readonly MathToken[]
  /** Goes on behind so many. */
  advance(count?: number): void
  factor(): FormulaPart
  /** All of it, as one value. */
  value(): FormulaPart
  /** A condition of a case: `x > 0`, `0 < x < 1`; null for “otherwise”. */
  condition(): Expression | null
  /** A reader of other tokens, or of what stands in braces. */
  of(tokens: readonly MathToken[], whole?: Span): Reader
  inside(nodes: readonly MathNode[]): Reader
  /** The product that comes next, with an index that runs in it. */
  productOver(index: RunningIndex): FormulaPart
}

/** The value of what stands in braces. */
export const within = (reader: Reader, ...nodes: readonly MathNode[]): FormulaPart => reader.inside(nodes).value()
