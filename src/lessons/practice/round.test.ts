import { describe, expect, it } from 'vitest'
import { practiceLesson, ROUND_LENGTH } from './round.ts'
import { LEVELS, nameOfRound, roundNamed } from './roundName.ts'
import { MIXED, TOPICS } from './topics/index.ts'

const lessonNamed = (name: string) => {
  const round = roundNamed(name)
  return round && practiceLesson(round)
}

describe('a round of practice', () => {
  it('goes by its topic, level and seed, and by nothing else', () => {
    const name = 'practice.branches.2.17'
    expect(nameOfRound(roundNamed(name) ?? { kind: 'exam', topic: '', level: 1, seed: 0 })).toBe(name)
    for (const wrong of [
      'practice.branches.4.17',
      'practice.branches.2',
      'practice.branches.2.-1',
      'lecture',
      'test.max.1.1',
    ])
      expect(roundNamed(wrong)).toBeNull()
    expect(lessonNamed('practice.nothing.1.1')).toBeNull()
  })

  it('is the same for a whole class, and another one with the next seed', () => {
    const one = JSON.stringify(lessonNamed('practice.branches.2.17'))
    expect(JSON.stringify(lessonNamed('practice.branches.2.17'))).toBe(one)
    expect(JSON.stringify(lessonNamed('practice.branches.2.18'))).not.toBe(one)
  })

  it('asks ten questions that differ, on every topic and level, and ends with what came of them', () => {
    for (const topic of [...TOPICS.map(({ name }) => name), MIXED])
      for (const level of LEVELS) {
        const scenes = practiceLesson({ kind: 'practice', topic, level, seed: 5 })?.scenes ?? []
        const asked = scenes.flatMap(({ moment, ask }) => (ask ? [moment + ask.question] : []))
        expect(asked).toHaveLength(ROUND_LENGTH)
        // Short programs of one operation may come again.
        expect(new Set(asked).size).toBeGreaterThan(ROUND_LENGTH - 3)
        expect(scenes.at(-1)?.ask).toBeUndefined()
      }
  })

  it('shows no answer in an exam, whose questions are not those of the practice', () => {
    const exam = lessonNamed('exam.max.1.3')
    expect(exam?.exam).toBe(true)
    expect(exam?.scenes.every(({ reveal }) => reveal === undefined)).toBe(true)
    expect(exam?.scenes[0].moment).not.toBe(lessonNamed('practice.max.1.3')?.scenes[0].moment)
  })
})
