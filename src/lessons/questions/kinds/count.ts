import { judgeNumber } from '../numberJudging.ts'
import { type AnswerKindRecord, unreadable } from './kind.ts'
import { numberAnswer } from './number.ts'

export const countAnswer: AnswerKindRecord = {
  ...numberAnswer,
  kind: 'count',
  taking: () => ({ by: 'count', label: 'Your answer, a whole number' }),
  // A name or a function that happens to have its value is no count.
  judge: (keyed, given) =>
    /\p{L}|^\s*([-−]\s*\d|\d*[.,]\d*[1-9])/u.test(given)
      ? unreadable('A count is a whole number, 0 or more.')
      : judgeNumber(keyed, given),
}
