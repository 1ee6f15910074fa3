import type { NodeIndex, Shape } from '../../graph/graph.ts'
import type { Tensor } from '../../primitives/value.ts'
import type { AnswerKind } from '../lesson.ts'
import type { RightAnswer } from '../questions/judgement.ts'
import type { Setting } from '../questions/setting.ts'

/** A wrong number that a likely slip leads to. */
export interface NumberSlip {
  readonly answer: Tensor
  readonly slip: string
  /** Of two that lead to the same number, the one of lower rank is likelier. */
  readonly rank?: number
}

/** What the engine finds for a question at a point. */
export interface Key {
  readonly right: RightAnswer
  /** Wrong numbers, the likeliest first: some may be right at this point, or the same. */
  readonly slips?: () => Iterable<NumberSlip>
  /** Of other answers: what went wrong in one; null where it is not known. */
  readonly slipOf?: (given: GivenAnswer) => string | null
  /** The derivative between numbers that is asked for, by entry names, which “By hand” can diagnose. */
  readonly derivative?: { readonly output: string; readonly input: string }
  /** The node whose value is the answer: nobody may write its name, nor one of what is computed from it. */
  readonly withheld?: NodeIndex
  /** Whether it stays while inputs move: it was written as numbers. */
  readonly isFixed?: boolean
  readonly hints: () => readonly string[]
}

/** An answer that is no number. */
interface GivenAnswer {
  readonly nodes?: readonly NodeIndex[]
  readonly shape?: Shape
  readonly token?: string
}

/** Where a key is computed. */
export interface KeyContext {
  readonly setting: Setting
  /** The kind of answer that is asked for. */
  readonly kind: AnswerKind
  /** The words after the first one, and the text that they stand in. */
  readonly words: readonly string[]
  readonly rest: string
}

/** What `of` may begin with: `adjoint NODE of OUTPUT`. */
export interface KeyRecord {
  /** Its first word. */
  readonly word: string
  /** How it is written; capitals stand for names, brackets for what may be left out. */
  readonly form: string
  /** What it is, for who writes a lesson. */
  readonly title: string
  /** The kinds of answer that can be asked for with it. A choice can be asked for with any. */
  readonly kinds: readonly AnswerKind[]
  /** Throws `NoKey` where it cannot be computed. */
  readonly compute: (context: KeyContext) => Key
}

export const NUMBER_KINDS = ['number', 'expression'] as const
