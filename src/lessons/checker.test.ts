import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { checkLesson } from './checker.ts'

const SCENE = { id: 'one', moment: '#v=1&program=f=x', text: 'Look.' }
const LESSON = { gradual: 1, title: 'A lesson', language: 'en', scenes: [SCENE] }
const withScene = (scene: object) => JSON.stringify({ ...LESSON, scenes: [SCENE, { ...SCENE, id: 'two', ...scene }] })

test('a sound lesson is read as it is', () => {
  const whole = {
    ...LESSON,
    scenes: [
      {
        ...SCENE,
        title: 'First',
        notes: 'Wait for hands.',
        show: ['x1'],
        ask: {
          question: 'How much?',
          kind: 'number',
          of: 'adjoint x1',
          slips: [{ answer: 'x2', slip: 'The other one.' }],
          hint: 'Who reads x1?',
        },
        reveal: [
          { move: 'next', count: 2, says: 'So much.' },
          { move: 'link', link: '#v=1&tab=cost' },
        ],
      },
    ],
  }
  expect(checkLesson(JSON.stringify(whole))).toEqual({ lesson: whole, problems: [] })
})

describe('what is no lesson is refused, and it is said why', () => {
  it.each([
    ['', /no JSON/],
    ['{"gradual": 1, "title": "A", "scenes": [', /no JSON/],
    ['null', /lesson/i],
    ['[]', /lesson/i],
    [JSON.stringify({ ...LESSON, gradual: 2 }), /gradual: this page reads version 1/],
    [JSON.stringify({ ...LESSON, title: 7 }), /title: expected string/],
    [JSON.stringify({ ...LESSON, scenes: {} }), /no scenes/],
    [JSON.stringify({ ...LESSON, scenes: [] }), /no scenes/],
    [JSON.stringify({ ...LESSON, scenes: [{}] }), /None of its scenes/],
    ['"'.padEnd(5_000_000, 'a'), /too large/],
  ])('%#', (text, why) => {
    const { lesson, problems } = checkLesson(text)
    expect(lesson).toBe(null)
    expect(problems.join('\n')).toMatch(why)
  })
})

describe('a scene that is not sound is left out by its name, and the others are opened', () => {
  it.each([
    [{ moment: 'javascript:alert(1)' }, /Scene 2 \(“two”\) is left out: moment: /],
    [{ id: 'a b' }, /id: expected letters, digits and hyphens/],
    [{ id: 'one' }, /Two scenes have the id “one”/],
    [{ text: undefined }, /text: /],
    [{ ask: { question: 'Q', kind: 'guess', of: 'f' } }, /ask\.kind: expected .*number/],
    [{ ask: { question: 'Q', kind: 'choice', of: 'f', choices: ['one'] } }, /ask\.choices: /],
    [{ reveal: [{ move: 'jump' }] }, /reveal\.0\.move: /],
    [{ reveal: [{ move: 'next', count: 1e9 }] }, /reveal\.0\.count: /],
    [{ show: 'x1' }, /show: /],
  ])('%j', (scene, why) => {
    const { lesson, problems } = checkLesson(withScene(scene))
    expect(lesson?.scenes.map(({ id }) => id)).toEqual(['one'])
    expect(problems.join('\n')).toMatch(why)
  })
})

test('fields that are not known are kept, and said to be ignored', () => {
  const { lesson, problems } = checkLesson(withScene({ music: 'loud' }))
  expect(lesson?.scenes[1]).toMatchObject({ music: 'loud' })
  expect(problems).toEqual(['Scene 2 (“two”) has a field “music” that this page does not know; it is ignored.'])
})

test('any JSON is read without an exception, and what is opened is read again as it is', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        fc.json().map((any) => withScene({ ask: JSON.parse(any) })),
      ),
      (text) => {
        const { lesson } = checkLesson(text)
        if (lesson) expect(checkLesson(JSON.stringify(lesson)).lesson).toEqual(lesson)
      },
    ),
  )
})
