import type { AskedQuestion } from '../../../../lessons/questions/asked.ts'

/** An answer that hands can go up for. */
export interface HandsAnswer {
  /** By which its hands are kept. */
  readonly answer: string
  /** Markdown. */
  readonly shown: string
  readonly isRight: boolean
  /** What went wrong, of a wrong one. */
  readonly slip: string | null
}

/** Slips that a hall is asked for, the likeliest. */
const MOST_SLIPS = 6

const OTHER: HandsAnswer = { answer: 'another', shown: 'Another answer', isRight: false, slip: null }

/** The choices; else the right answer, its likely slips, and the rest. */
export function answersAsked(asked: AskedQuestion): readonly HandsAnswer[] {
  const { taking, words } = asked
  if (taking.by === 'choice')
    return taking.choices.map(({ token, shown }) => {
      const judgement = asked.judge(token)
      const slip = judgement.verdict === 'wrong' ? judgement.slip : null
      return { answer: token, shown, isRight: judgement.verdict === 'right', slip }
    })
  const right = { answer: words.shown, shown: words.shown, isRight: true, slip: null }
  const slips = asked.slips().map(({ shown, slip }) => ({ answer: shown, shown, isRight: false, slip }))
  return [right, ...slips.slice(0, MOST_SLIPS), OTHER]
}

/** Hands for each answer to the question of a scene. */
export type HandsUp = Readonly<Record<string, number>>

/** The wrong answer with most hands; null where nobody is wrong. */
export const mostWrong = (answers: readonly HandsAnswer[], hands: HandsUp): HandsAnswer | null =>
  answers
    .filter(({ answer, isRight }) => !isRight && (hands[answer] ?? 0) > 0)
    .sort((a, b) => hands[b.answer] - hands[a.answer])[0] ?? null
