/** A lesson: scenes in their order, as a lesson file holds them (`NAME.gradual-lesson.json`). */
export interface Lesson {
  /** The version of the form. */
  readonly gradual: 1
  readonly title: string
  /** Of its sentences: a language tag such as `en`. */
  readonly language: string
  readonly scenes: readonly Scene[]
}

/** A moment with what is said of it, asked and shown. */
export interface Scene {
  /** In links: letters, digits and hyphens. Each scene of a lesson has its own. */
  readonly id: string
  /** In the list of scenes; without it the first words of the text stand there. */
  readonly title?: string
  /** A link’s fragment, `#v=1&program=…`: any choice that a link can carry. */
  readonly moment: string
  /** Markdown without HTML, formulas between dollar signs. */
  readonly text: string
  /** For the speaker alone, in Markdown. */
  readonly notes?: string
  readonly show?: readonly Emphasised[]
  readonly ask?: Question
  /** What each press does, until the scene is told. A question is revealed by the first of them. */
  readonly reveal?: readonly Move[]
}

/**
 * What the eye should be on: a node (`v3`), an edge (`x1>v2`, with its slot where there are several: `x1>v2:1`),
 * lines of the program (`lines:2-3`), a part of the page (`part:counts`, `part:caption`, `part:program`, `part:trace`,
 * `part:jacobian`, `part:chapter`, `part:inputs`).
 */
export type Emphasised = string

/** What one press does, and what stands below the picture from then on. */
export interface Move {
  /**
   * `next` takes so many steps; `end` completes all passes; `link` goes where a fragment says, which may leave out what stays;
   * `input` and `output` add another one to the program; `train` takes so many of training’s three steps; `tell` changes nothing
   * in the picture.
   */
  readonly move: 'next' | 'end' | 'link' | 'input' | 'output' | 'train' | 'tell'
  /** How many, of `next` and `train`; 1 where it is left out. */
  readonly count?: number
  /** The fragment, of `link`. */
  readonly link?: string
  /** Markdown. */
  readonly says?: string
  readonly show?: readonly Emphasised[]
}

/** What kind of answer is asked for. */
export const ANSWER_KINDS = ['number', 'expression', 'shape', 'node', 'count', 'choice'] as const
export type AnswerKind = (typeof ANSWER_KINDS)[number]

/** A question of a scene, as its file has it. */
export interface Question {
  /** Markdown. */
  readonly question: string
  readonly kind: AnswerKind
  /**
   * What the engine computes the key from (`keys/`): `adjoint x1`, `tangent v2`, `value f`, `derivative f x1`, `passes forward`,
   * `shape of derivative y x` … `given …` holds the key itself, where nothing can compute it.
   */
  readonly of: string
  /** What can be chosen, of a choice. */
  readonly choices?: readonly string[]
  /** Likely wrong answers besides those that follow from `of`. */
  readonly slips?: readonly Slip[]
  /** A step back in the graph, in words. Markdown. */
  readonly hint?: string
}

/** A likely wrong answer, and what went wrong. */
export interface Slip {
  /**
   * As the student would write it. Of numbers and expressions: an expression over the program’s nodes, in which `adjoint(n)`,
   * `tangent(n)` and `partial(n, operand)` may stand, so that it follows another program.
   */
  readonly answer: string
  readonly slip: string
}
