import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lessons } from '../../../../verification/fixtures/lessons.ts'
import { checkLesson } from '../../../lessons/checker.ts'
import { fileText } from './editor.ts'
import { salvaged } from './salvage.ts'

const SCENE = { id: 'one', moment: '#v=1&program=f=x', text: 'Look.' }
const ASK = { question: 'How much?', kind: 'number', of: 'value f' }

/** A file by hand, one of whose three scenes is `broken`. */
const fileWith = (broken: object, head: object = {}) =>
  JSON.stringify({
    ...{ gradual: 1, title: 'By hand', language: 'en', ...head },
    scenes: [SCENE, { ...SCENE, id: 'two', ask: ASK, ...broken }, { ...SCENE, id: 'three' }],
  })

describe('a file that was broken by hand: the player opens what is sound of it, the editor all that can be put right', () => {
  test.each([
    ['a moment that is no link', fileWith({ moment: 'javascript:alert(1)' }), ['one', 'three'], /moment/],
    ['a scene without words', fileWith({ text: undefined }), ['one', 'three'], /text/],
    ['a text that is a number', fileWith({ text: 7 }), ['one', 'three'], /text/],
    ['two scenes of one name', fileWith({ id: 'one' }), ['one', 'three'], /Two scenes have the id “one”/],
    ['a name with a blank', fileWith({ id: 'a b' }), ['one', 'three'], /id: expected letters/],
    ['an unknown kind of question', fileWith({ ask: { ...ASK, kind: 'guess' } }), ['one', 'three'], /ask\.kind/],
    ['a question without a key', fileWith({ ask: { ...ASK, of: '' } }), ['one', 'three'], /ask\.of: it is empty/],
    ['one choice only', fileWith({ ask: { ...ASK, choices: ['one'] } }), ['one', 'three'], /ask\.choices/],
    ['an unknown move', fileWith({ reveal: [{ move: 'jump' }] }), ['one', 'three'], /reveal\.0\.move/],
    ['emphasis that is no list', fileWith({ show: 'x1' }), ['one', 'three'], /show/],
    ['a lesson without a title', fileWith({}, { title: '' }), null, /title: it is empty/],
    ['a later version', fileWith({}, { gradual: 2 }), null, /gradual: this page reads version 1/],
  ])('%s', (_, text, opened, why) => {
    const { lesson, problems } = checkLesson(text)
    expect(lesson?.scenes.map(({ id }) => id) ?? null).toEqual(opened)
    expect(problems.join('\n')).toMatch(why)
    const rescued = salvaged(text)
    expect(rescued.problems).toEqual(problems)
    expect(rescued.lesson?.scenes).toHaveLength(3)
    expect(new Set(rescued.lesson?.scenes.map(({ id }) => id)).size).toBe(3)
  })

  test.each(['', '{"gradual": 1', 'null', '[]', '7', '{"gradual": 1, "title": "A", "scenes": []}'])(
    'there is nothing to edit in %j, and it is said why',
    (text) => {
      expect(salvaged(text).lesson).toBe(null)
      expect(salvaged(text).problems.length).toBeGreaterThan(0)
    },
  )
})

test.each(lessons)('$name is edited as it is, and its file says the same', ({ lesson }) => {
  const { lesson: opened, problems } = salvaged(JSON.stringify(lesson))
  expect(opened).toEqual(lesson)
  expect(problems).toEqual([])
  expect(opened && checkLesson(fileText(opened))).toEqual({ lesson, problems: [] })
})

test('any JSON is opened for editing without an exception, and what is opened is opened again as it is', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        fc.json().map((any) => fileWith({ ask: JSON.parse(any), reveal: [JSON.parse(any)] })),
      ),
      (text) => {
        const { lesson } = salvaged(text)
        if (lesson) expect(salvaged(fileText(lesson)).lesson).toEqual(JSON.parse(fileText(lesson)))
      },
    ),
  )
})
