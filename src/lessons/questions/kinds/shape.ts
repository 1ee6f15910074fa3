import { sameShape } from '../../../primitives/shape.ts'
import { answerWords } from '../answerWords.ts'
import { shapeWritten } from '../shapeText.ts'
import { type AnswerKindRecord, RIGHT, slipByText, unreadable, wrong } from './kind.ts'

export const shapeAnswer: AnswerKindRecord = {
  kind: 'shape',
  taking: () => ({ by: 'text', label: 'Your answer, a shape', placeholder: 'rows×columns' }),
  judge: ({ key, question }, given) => {
    const shape = shapeWritten(given)
    const byText = slipByText(question, given)
    if (!shape)
      return byText === null ? unreadable('Write a shape such as 2×3; a vector is 3, a number ().') : wrong(byText)
    if (key.right.form === 'shape' && sameShape(shape, key.right.shape)) return RIGHT
    const own = question.slips?.find(({ answer }) => sameShape(shapeWritten(answer) ?? [-1], shape))
    return wrong(byText ?? own?.slip ?? key.slipOf?.({ shape }) ?? null)
  },
  words: ({ key, setting }) => answerWords(key.right, setting.graph),
}
