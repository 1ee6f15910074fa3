import * as v from 'valibot'

/** What kind of answer is asked for. */
export const ANSWER_KINDS = ['number', 'expression', 'shape', 'node', 'count', 'choice'] as const
export type AnswerKind = (typeof ANSWER_KINDS)[number]

/** What one press can do. */
export const MOVES = ['next', 'end', 'link', 'input', 'output', 'train', 'tell'] as const

/** A scene, or a lesson’s file, as links name it. */
export const LINK_NAME = /^[\p{L}\p{N}_-]{1,60}$/u

/** Letters that a text may have, so that no file makes the page stand still. */
const LONGEST = 20_000
const MOST_ITEMS = 200

const words = v.pipe(v.string(), v.minLength(1, 'it is empty'), v.maxLength(LONGEST))
const fragment = v.pipe(v.string(), v.startsWith('#v=1'), v.maxLength(2 * LONGEST))
const name = v.pipe(v.string(), v.regex(LINK_NAME, 'expected letters, digits and hyphens'))

/**
 * What the eye should be on: a node (`v3`), an edge (`x1>v2`, with its slot where there are several: `x1>v2:1`),
 * lines of the program (`lines:2-3`), a part of the page (`part:counts`, `part:caption`, `part:program`, `part:trace`,
 * `part:jacobian`, `part:chapter`, `part:inputs`).
 */
const emphasised = v.array(words)

/** A likely wrong answer, and what went wrong. */
const slip = v.looseObject({
  /**
   * As the student would write it. Of numbers and expressions: an expression over the program’s nodes, in which `adjoint(n)`,
   * `tangent(n)` and `partial(n, operand)` may stand, so that it follows another program.
   */
  answer: words,
  slip: words,
})
export type Slip = v.InferOutput<typeof slip>

/** A question of a scene. */
const question = v.looseObject({
  /** Markdown. */
  question: words,
  kind: v.picklist(ANSWER_KINDS),
  /**
   * What the engine computes the key from (`keys/`): `adjoint x1`, `tangent v2`, `value f`, `derivative f x1`, `passes forward`,
   * `shape of derivative y x` … `given …` holds the key itself, where nothing can compute it.
   */
  of: words,
  /** What can be chosen, of a choice. */
  choices: v.optional(v.pipe(v.array(words), v.minLength(2), v.maxLength(12))),
  /** Likely wrong answers besides those that follow from `of`. */
  slips: v.optional(v.pipe(v.array(slip), v.maxLength(MOST_ITEMS))),
  /** A step back in the graph, in words. Markdown. */
  hint: v.optional(words),
})
export type LessonQuestion = v.InferOutput<typeof question>

/** What one press does, and what stands below the picture from then on. */
const move = v.looseObject({
  /**
   * `next` takes so many steps; `end` completes all passes; `link` goes where a fragment says, which may leave out what stays;
   * `input` and `output` add another one to the program; `train` takes so many of training’s three steps; `tell` changes nothing
   * in the picture.
   */
  move: v.picklist(MOVES),
  /** How many, of `next` and `train`; 1 where it is left out. */
  count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))),
  /** Whether the program as it is before stands beside what becomes of it. */
  beside: v.optional(v.boolean()),
  /** The fragment, of `link`. */
  link: v.optional(fragment),
  /** Markdown. */
  says: v.optional(words),
  show: v.optional(emphasised),
})
export type Move = v.InferOutput<typeof move>

/** A moment with what is said of it, asked and shown. */
export const scene = v.looseObject({
  /** In links. Each scene of a lesson has its own. */
  id: name,
  /** In the list of scenes; without it the first words of the text stand there. */
  title: v.optional(words),
  /** A link’s fragment, `#v=1&program=…`: any choice that a link can carry. */
  moment: fragment,
  /** Markdown without HTML, formulas between dollar signs. May be empty: a question or a picture can stand for itself. */
  text: v.pipe(v.string(), v.maxLength(LONGEST)),
  /** For the speaker alone, in Markdown. */
  notes: v.optional(words),
  show: v.optional(emphasised),
  ask: v.optional(question),
  /** What each press does, until the scene is told. A question is revealed by the first of them. */
  reveal: v.optional(v.pipe(v.array(move), v.maxLength(MOST_ITEMS))),
})
export type LessonScene = v.InferOutput<typeof scene>

/** A lesson but for its scenes, which are read one by one so that a bad one costs no other. */
export const lessonHead = v.looseObject({
  /** The version of the form. */
  gradual: v.literal(1, 'this page reads version 1'),
  title: words,
  /** Of its sentences: a language tag such as `en`. */
  language: v.optional(words, 'en'),
  /** Answers are told right or wrong, and shown, only after all were handed in; there are no hints. */
  exam: v.optional(v.boolean()),
})

/** A lesson: scenes in their order, as a lesson file holds them (`NAME.gradual-lesson.json`). */
export interface Lesson extends v.InferOutput<typeof lessonHead> {
  readonly scenes: readonly LessonScene[]
}
