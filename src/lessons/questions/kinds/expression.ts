import { judgeNumber, rightTensor } from '../numberJudging.ts'
import type { AnswerKindRecord } from './kind.ts'
import { numberAnswer } from './number.ts'

export const expressionAnswer: AnswerKindRecord = {
  ...numberAnswer,
  kind: 'expression',
  taking: (keyed) =>
    rightTensor(keyed).shape.length > 0
      ? { by: 'text', label: 'Your answer, an array or a formula', placeholder: '[1, 2] or 2*x' }
      : { by: 'text', label: 'Your answer, a formula', placeholder: '2*x + 1' },
  judge: judgeNumber,
}
