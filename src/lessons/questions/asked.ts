import { exact, full } from '../../notation/numbers.ts'
import { nested } from '../../primitives/value.ts'
import { keyOf } from '../keys/index.ts'
import type { LessonQuestion } from '../lesson.ts'
import { choicesOf } from './choices.ts'
import type { AnswerTaking, AnswerWords, Judgement, RightAnswer } from './judgement.ts'
import { ANSWERS } from './kinds/index.ts'
import type { KeyedQuestion } from './kinds/kind.ts'
import { keySlips, ownSlips, rightTensor, toldApart } from './numberJudging.ts'
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
  /** From the least that helps on: the file’s own, then those that the engine knows. May be empty. */
  readonly hints: readonly string[]
  /** Judges what was given: a text; `v2`, or `x1, x2`; the token of a choice. */
  readonly judge: (given: string) => Judgement
  /** Likely wrong answers that can be told at this point, the likeliest first, for the speaker and for histograms. */
  readonly slips: () => readonly LikelySlip[]
}

/** A likely wrong answer at this point. */
interface LikelySlip {
  /** As it would be given, in full: what `judge` takes. */
  readonly answer: string
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
export function askedIn(setting: Setting, question: LessonQuestion): AskedQuestion | NotAsked {
  const key = keyOf(setting, question)
  if ('says' in key) return key
  const keyed = { setting, question, key }
  const answer = ANSWERS[question.kind]
  const flaw = answer.flaw?.(keyed) ?? null
  if (flaw !== null) return { says: flaw }
  return {
    ...{ question, setting, right: key.right },
    ...{ taking: answer.taking(keyed), words: answer.words(keyed) },
    hints: [...(question.hint === undefined ? [] : [question.hint]), ...key.hints()],
    judge: (given) => answer.judge(keyed, given),
    slips: () => slipsTold(keyed),
  }
}

/** Those of numbers, with their numbers; of choices what is wrong with each; of other answers those of the file. */
function slipsTold(keyed: KeyedQuestion): LikelySlip[] {
  const { question, key } = keyed
  if (question.kind === 'choice') return slipsOfChoices(keyed)
  if (key.right.form !== 'value')
    return (question.slips ?? []).map(({ answer, slip }) => ({ answer, shown: answer, slip }))
  const slips = toldApart([...ownSlips(keyed), ...keySlips(keyed)], rightTensor(keyed))
  return slips.map(({ answer: { shape, entries }, slip }) => {
    const value = nested(shape, entries)
    return { answer: exact(value), shown: full(value), slip }
  })
}

const slipsOfChoices = (keyed: KeyedQuestion): LikelySlip[] =>
  choicesOf(keyed.question).flatMap(({ token, shown }) => {
    const judgement = ANSWERS.choice.judge(keyed, token)
    return judgement.verdict === 'wrong' && judgement.slip !== null
      ? [{ answer: token, shown, slip: judgement.slip }]
      : []
  })
