import { judgeNumber } from '../numberJudging.ts'
import { type AnswerKindRecord, NO_COUNT, unreadable } from './kind.ts'
import { numberAnswer } from './number.ts'

export const countAnswer: AnswerKindRecord = {
  ...numberAnswer,
  kind: 'count',
  taking: () => ({ by: 'count', label: 'Your answer, a whole number' }),
  // A name or a function that happens to have its value is no count.
  judge: (keyed, given) => (/[\p{L},]/u.test(given) ? unreadable(NO_COUNT) : judgeNumber(keyed, given)),
}
