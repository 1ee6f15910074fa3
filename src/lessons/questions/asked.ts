import type { LessonQuestion } from '../lesson.ts'
import type { AnswerTaking, AnswerWords, Judgement, RightAnswer } from './judgement.ts'
import type { Setting } from './setting.ts'

/** A question with its key, in the setting where it is asked. */
export interface AskedQuestion {
  readonly question: LessonQuestion
  readonly setting: Setting
  readonly right: RightAnswer
  /** How the page takes an answer. */
  readonly taking: AnswerTaking
  /** The right answer in words, for the reveal and for the speaker. */
  readonly words: AnswerWords
  /** Likely wrong answers that can be told at this point, the likeliest first, for the speaker’s window and for histograms. */
  readonly slips: readonly LikelySlip[]
  /** From the least that helps on: the file’s own, then those that the engine knows. May be empty. */
  readonly hints: readonly string[]
  /** Judges what was given: a text; `v2`, or `x1, x2`; the token of a choice. */
  readonly judge: (given: string) => Judgement
}

/** A likely wrong answer at this point. */
export interface LikelySlip {
  readonly shown: string
  readonly slip: string
}

/** Why a question is not asked of this program, in one sentence. */
export interface NotAsked {
  readonly says: string
}

/**
 * The question in its setting, or why it is not asked there: `const asked = askedIn(setting, scene.ask)`, then
 * `'says' in asked` is a question without a key.
 */
export declare function askedIn(setting: Setting, question: LessonQuestion): AskedQuestion | NotAsked
