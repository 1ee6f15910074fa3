import type { AnswerKind } from '../../lesson.ts'
import { choiceAnswer } from './choice.ts'
import { countAnswer } from './count.ts'
import { expressionAnswer } from './expression.ts'
import type { AnswerKindRecord } from './kind.ts'
import { nodeAnswer } from './node.ts'
import { numberAnswer } from './number.ts'
import { shapeAnswer } from './shape.ts'

export const ANSWERS: Readonly<Record<AnswerKind, AnswerKindRecord>> = {
  number: numberAnswer,
  expression: expressionAnswer,
  shape: shapeAnswer,
  node: nodeAnswer,
  count: countAnswer,
  choice: choiceAnswer,
}
