import { beforeEach, expect, test } from 'vitest'
import type { Judgement } from '../../lessons/questions/judgement.ts'
import { scoreOf } from '../predicting/history.ts'
import { forgetAnswers, forgetAnswersOf, noteAttempt, noteShown, questionId, useAnswers } from './answers.ts'

beforeEach(forgetAnswers)

const id = questionId('lecture', 'branch')
const JUDGED: Readonly<Record<string, Judgement>> = {
  right: { verdict: 'right' },
  wrong: { verdict: 'wrong', slip: null },
  unreadable: { verdict: 'unreadable', message: 'What?', at: { from: 0, to: 1 } },
}
const give = (...verdicts: readonly string[]) => {
  for (const verdict of verdicts) noteAttempt(id, { given: '7', judgement: JUDGED[verdict] })
}
const outcome = () => useAnswers.getState().outcomes[id]

test('wrong answers count until one is right, those that cannot be read never', () => {
  give('unreadable')
  expect(outcome()).toBeUndefined()
  give('wrong', 'unreadable', 'wrong', 'right')
  expect(outcome()).toMatchObject({ wrong: 2, right: true, shown: false })
  give('wrong')
  expect(outcome()).toMatchObject({ wrong: 2, right: true })
  noteShown(id)
  expect(outcome()).toMatchObject({ right: true, shown: false })
})

test('after the answer was shown nothing counts', () => {
  give('wrong')
  noteShown(id)
  give('right')
  expect(outcome()).toMatchObject({ wrong: 1, right: false, shown: true })
})

test('the answers of one lesson are forgotten, those of others stay', () => {
  give('right')
  const other = questionId('lecture-2', 'branch')
  noteShown(other)
  forgetAnswersOf('lecture')
  expect(Object.keys(useAnswers.getState().outcomes)).toEqual([other])
})

test('a score counts predictions alone, as right what was right at first and not shown', () => {
  const outcomes = (right: boolean, wrong: number, shown: boolean, at = Date.now() + 1000) => ({
    right,
    wrong,
    shown,
    at,
  })
  const score = scoreOf({
    'predict/a': outcomes(true, 0, false),
    'predict/b': outcomes(true, 1, false),
    'predict/c': outcomes(true, 0, true),
    'predict/d': outcomes(true, 0, false, 1),
    'lecture/branch': outcomes(true, 0, false),
  })
  expect(score).toEqual({ now: { asked: 3, first: 1 }, all: { asked: 4, first: 2 } })
})
