import { answerWords } from '../answerWords.ts'
import { choicesOf } from '../choices.ts'
import type { AnswerChoice, RightAnswer } from '../judgement.ts'
import { judgeNumber } from '../numberJudging.ts'
import { type AnswerKindRecord, type KeyedQuestion, plain, RIGHT, slipByText, unreadable, wrong } from './kind.ts'
import { nodeAnswer } from './node.ts'
import { shapeAnswer } from './shape.ts'

/** What is chosen answers as its token would if it were typed. */
export const choiceAnswer: AnswerKindRecord = {
  kind: 'choice',
  taking: ({ question }) => ({ by: 'choice', label: 'Choose one', choices: choicesOf(question) }),
  flaw: (keyed) => {
    const choices = choicesOf(keyed.question)
    if (choices.length < 2) return 'There must be two choices or more.'
    const right = choices.filter(({ token }) => isRight(keyed, token))
    if (right.length === 1) return null
    const answer = answerWords(keyed.key.right, keyed.setting.graph).shown
    return right.length === 0
      ? `None of the choices is right: the answer is ${answer}.`
      : `Several choices are right: ${right.map(({ token }) => token).join(', ')}.`
  },
  judge: (keyed, given) => {
    const { question, key } = keyed
    const chosen = chosenBy(choicesOf(question), given)
    if (!chosen) return unreadable('Choose one of the choices.')
    const { token } = chosen
    if (isRight(keyed, token)) return RIGHT
    const own = slipByText(question, token) ?? slipByText(question, chosen.whole)
    if (own !== null) return wrong(own)
    if (key.right.form === 'token') return wrong(key.slipOf?.({ token }) ?? null)
    const judged = typed(keyed, token)
    return wrong(judged.verdict === 'wrong' ? judged.slip : null)
  },
  words: (keyed) => {
    const right = choicesOf(keyed.question).find(({ token }) => isRight(keyed, token))
    return right
      ? { shown: right.shown, spoken: right.shown.replaceAll('×', ' by ') }
      : answerWords(keyed.key.right, keyed.setting.graph)
  },
}

const chosenBy = (choices: readonly (AnswerChoice & { readonly whole: string })[], given: string) =>
  choices.find(({ token, whole, shown }) => [token, whole, shown].some((each) => plain(each) === plain(given)))

const isRight = (keyed: KeyedQuestion, token: string): boolean => {
  const { right } = keyed.key
  return right.form === 'token' ? plain(right.token) === plain(token) : typed(keyed, token).verdict === 'right'
}

const BY_FORM = { shape: shapeAnswer.judge, nodes: nodeAnswer.judge, value: judgeNumber } as const

function typed(keyed: KeyedQuestion, token: string) {
  const { form } = keyed.key.right as Exclude<RightAnswer, { form: 'token' }>
  return BY_FORM[form](keyed, token)
}
