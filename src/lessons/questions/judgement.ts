import type { NodeIndex } from '../../graph/graph.ts'
import type { Span } from '../../language/syntax.ts'
import type { Shape } from '../../primitives/shape.ts'
import type { Value } from '../../primitives/value.ts'

/** The right answer of a question. A count is a value; several nodes are all right, or all asked for (`every`). */
export type RightAnswer =
  | { readonly form: 'value'; readonly value: Value }
  | { readonly form: 'shape'; readonly shape: Shape }
  | { readonly form: 'nodes'; readonly nodes: readonly NodeIndex[]; readonly every: boolean }
  | { readonly form: 'token'; readonly token: string }

/** What an answer comes to. */
export type Judgement =
  | { readonly verdict: 'right' }
  /** The likely slip in one sentence or two; null where none explains the answer. */
  | { readonly verdict: 'wrong'; readonly slip: string | null }
  /** What cannot be read, and why; the place is within what was given, null where it is all of it. It is no attempt. */
  | { readonly verdict: 'unreadable'; readonly message: string; readonly at: Span | null }

/** How an answer is taken: typed, as a whole number, as one or more nodes that are clicked, or as one of choices. */
export type AnswerTaking =
  | { readonly by: 'text'; readonly label: string; readonly placeholder: string }
  | { readonly by: 'count'; readonly label: string }
  /** What is given is their names on the tape (`data-node`), with commas between several. */
  | { readonly by: 'node'; readonly label: string; readonly several: boolean }
  /** What is given is the token of one. */
  | { readonly by: 'choice'; readonly label: string; readonly choices: readonly AnswerChoice[] }

/** Something to choose: what is given, and what is shown of it. */
export interface AnswerChoice {
  readonly token: string
  readonly shown: string
}

/** An answer for eyes and ears. */
export interface AnswerWords {
  /** On the screen, four figures: `2.584`, `[3, −5]`, `2×3`, `v₂`. */
  readonly shown: string
  /** Aloud: `2 by 3`. */
  readonly spoken: string
}
