import { beforeEach, expect, test, vi } from 'vitest'
import { noteAttempt, noteInExam, useAnswers } from '../lesson/answers.ts'
import { useLesson } from '../lesson/store.ts'
import { followAnswers } from './answers.ts'

const said: unknown[] = []

beforeEach(() => {
  said.length = 0
  vi.stubGlobal('window', { parent: { postMessage: (message: unknown) => said.push(message) } })
  useAnswers.setState({ outcomes: {}, last: {} })
})

const attempt = (given: string, verdict: 'right' | 'wrong') => ({
  given,
  judgement: verdict === 'right' ? ({ verdict } as const) : { verdict, slip: 'The terms are added.' as string | null },
})

test('each answer is told with what it came to, once', () => {
  const end = followAnswers()
  noteAttempt('mine/one', attempt('5', 'wrong'))
  noteAttempt('mine/one', attempt('6', 'right'))
  noteAttempt('mine/one', { given: '?', judgement: { verdict: 'unreadable', message: 'No number.', at: null } })
  end()
  noteAttempt('mine/one', attempt('7', 'wrong'))
  expect(said).toEqual([
    { gradual: 1, type: 'answer', id: 'mine/one', given: '5', right: false, slip: 'The terms are added.' },
    { gradual: 1, type: 'answer', id: 'mine/one', given: '6', right: true },
  ])
})

test('an exam tells nothing before it is handed in', () => {
  const scenes = [{ id: 'one', text: '', moment: '#v=1' }]
  useLesson.setState({ name: 'mine', lesson: { gradual: 1, title: 'Mine', language: 'en', exam: true, scenes } })
  const end = followAnswers()
  noteInExam('mine/one', attempt('6', 'right'))
  end()
  useLesson.setState(useLesson.getInitialState(), true)
  expect(said).toEqual([])
})
