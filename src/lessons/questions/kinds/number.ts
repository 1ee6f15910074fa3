import { answerWords } from '../answerWords.ts'
import { judgeNumber, rightTensor } from '../numberJudging.ts'
import type { AnswerKindRecord } from './kind.ts'

export const numberAnswer: AnswerKindRecord = {
  kind: 'number',
  taking: (keyed) =>
    rightTensor(keyed).shape.length > 0
      ? { by: 'text', label: 'Your answer, an array', placeholder: '[1, 2] or a formula' }
      : { by: 'text', label: 'Your answer, a number', placeholder: '1.23, 1/3 or cos(2)' },
  judge: judgeNumber,
  words: ({ key, setting }) => answerWords(key.right, setting.graph),
}
