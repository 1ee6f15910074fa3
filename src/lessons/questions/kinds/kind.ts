import type { Key } from '../../keys/key.ts'
import type { AnswerKind, LessonQuestion } from '../../lesson.ts'
import type { AnswerTaking, AnswerWords, Judgement } from '../judgement.ts'
import type { Setting } from '../setting.ts'

/** A question with its key. */
export interface KeyedQuestion {
  readonly setting: Setting
  readonly question: LessonQuestion
  readonly key: Key
}

/** One kind of answer: how it is taken, read, compared and said. */
export interface AnswerKindRecord {
  readonly kind: AnswerKind
  readonly taking: (keyed: KeyedQuestion) => AnswerTaking
  readonly judge: (keyed: KeyedQuestion, given: string) => Judgement
  /** Why the question cannot be asked although it has a key, such as that no choice is right; null where it can. */
  readonly flaw?: (keyed: KeyedQuestion) => string | null
  readonly words: (keyed: KeyedQuestion) => AnswerWords
}

export const RIGHT: Judgement = { verdict: 'right' }
export const wrong = (slip: string | null): Judgement => ({ verdict: 'wrong', slip })
export const unreadable = (message: string): Judgement => ({ verdict: 'unreadable', message, at: null })

export const NO_COUNT = 'A count is a whole number, 0 or more.'

/** An answer that the file calls a likely slip by its text. */
export function slipByText({ slips = [] }: LessonQuestion, given: string): string | null {
  return slips.find(({ answer }) => plain(answer) === plain(given))?.slip ?? null
}

/** Texts that differ in blanks, capitals or the sign of minus are one. */
export const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').replaceAll('−', '-').toLowerCase()
