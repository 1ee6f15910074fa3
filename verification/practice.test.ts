import { expect, it } from 'vitest'
import { expectSoundRound, MS_PER_QUESTION, rounds } from './practice.ts'

it('2,000 questions of practice have one right answer, by differences in 64 digits, and slips that are none', {
  timeout: 2000 * MS_PER_QUESTION,
}, () => {
  let questions = 0
  for (const lesson of rounds(2000)) questions += expectSoundRound(lesson)
  expect(questions).toBeGreaterThanOrEqual(2000)
})
