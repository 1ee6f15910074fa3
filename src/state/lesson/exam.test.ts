import { beforeEach, expect, test } from 'vitest'
import type { Lesson } from '../../lessons/lesson.ts'
import type { Judgement } from '../../lessons/questions/judgement.ts'
import { forgetAnswers, handIn, noteInExam, questionId, tellsAnswers, useAnswers } from './answers.ts'
import { lessonNamed } from './lessons.ts'

beforeEach(forgetAnswers)

const NAME = 'exam.branches.1.4'
const exam = async () => (await lessonNamed(NAME)).lesson as Lesson
const id = questionId(NAME, 'q1')
const give = (verdict: 'right' | 'wrong') =>
  noteInExam(id, { given: '7', judgement: (verdict === 'right' ? { verdict } : { verdict, slip: null }) as Judgement })

test('an exam tells nothing until it is handed in', async () => {
  const lesson = await exam()
  expect(lesson.exam).toBe(true)
  expect(tellsAnswers(useAnswers.getState(), NAME, lesson)).toBe(false)
  handIn(NAME, lesson)
  expect(tellsAnswers(useAnswers.getState(), NAME, lesson)).toBe(true)
})

test('in an exam the last answer counts', () => {
  give('right')
  give('wrong')
  expect(useAnswers.getState().outcomes[id]).toMatchObject({ right: false, wrong: 1 })
  give('right')
  expect(useAnswers.getState().outcomes[id]).toMatchObject({ right: true, wrong: 0 })
})

test('practice tells at once, and a round of no topic is refused in a sentence', async () => {
  const { lesson } = await lessonNamed('practice.branches.1.4')
  expect(tellsAnswers(useAnswers.getState(), 'practice.branches.1.4', lesson as Lesson)).toBe(true)
  expect(await lessonNamed('practice.cooking.1.4')).toEqual({
    lesson: null,
    problems: ['There is no practice on “cooking”.'],
  })
})
