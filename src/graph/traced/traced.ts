import type { Span } from '../../language/syntax.ts'
import type { Tensor } from '../../primitives/value.ts'
import type { Attributes } from '../../primitives/wiring.ts'

/**
 * A program that a front end has run at its point: every operation between numbers and arrays that the run did, in its
 * order, with spans into the front end's own text. It knows nothing of the language that it was written in.
 *
 * Values are numbered within a block: first its parameters, then what its steps give, in order.
 */
export interface Traced {
  readonly source: string
  /** The parameters of the main block, in the order in which they stand on the tape. */
  readonly inputs: readonly TracedInput[]
  readonly main: Block
  /** Of the main block's values. */
  readonly outputs: readonly { readonly name: string; readonly value: number; readonly at: Span }[]
}

export interface TracedInput {
  readonly name: string
  readonly value: Tensor
  readonly role: 'data' | 'param' | null
  /** The constant expression in the text that gives its value; null where no single one does. */
  readonly literal: Span | null
  /** Where the text names it. */
  readonly at: Span
}

/** The main program, or a part of it that is one node until it is opened: a call of a function, a loop, a round of it. */
export interface Block {
  /** What its node shows: `act`, `for`, `round 2`. */
  readonly name: string
  /** The call, or the loop. */
  readonly at: Span
  readonly parameters: number
  readonly steps: readonly Step[]
  /** What the block around it gets, of its values; none in the main block. */
  readonly results: readonly number[]
  /**
   * What the text calls its values; one may have several names. Where it calls one after another so, `w (line 4)`,
   * `w (round 2)` or `w (line 4, round 2)` tells them apart. Parameters of the main block have the names of `inputs`.
   */
  readonly names: readonly { readonly name: string; readonly value: number; readonly at: Span }[]
}

/** What a block does. `at` is the stretch of text that computes it. */
export type Step =
  /** Gives a number or an array that no input acts on. */
  | { readonly kind: 'constant'; readonly value: Tensor; readonly at: Span }
  /** Gives the value of an operation; `op` is its place in `operations`. */
  | {
      readonly kind: 'operation'
      readonly op: number
      readonly operands: readonly number[]
      readonly attributes: Attributes
      readonly at: Span
    }
  /** Gives the results of a block, whose parameters are the operands. */
  | { readonly kind: 'block'; readonly block: Block; readonly operands: readonly number[] }
