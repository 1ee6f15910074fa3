import { expect, test } from 'vitest'
import { unfinishedLesson } from './unfinished.ts'

const SCENE = { id: 'one', moment: '#v=1&program=f=x', text: 'Look.' }
const ASK = { question: 'How much?', kind: 'number', of: 'value f' }
const REVEAL = [{ move: 'next', says: 'So much.' }]

const played = (scene: object, head: object = {}) => {
  const scenes = [SCENE, { ...SCENE, id: 'two', ask: ASK, reveal: REVEAL, ...scene }]
  const { lesson, problems } = unfinishedLesson(JSON.stringify({ gradual: 1, title: 'Mine', ...head, scenes }))
  return { scene: lesson?.scenes[1], problems: problems.join(' ') }
}

test.each([
  ['no text', { text: '' }, { text: '', ask: ASK }, /^$/],
  ['a question without words', { ask: { ...ASK, question: '' } }, { ask: undefined, reveal: REVEAL }, /ask\.question/],
  ['a question without a key', { ask: { ...ASK, of: '' } }, { ask: undefined, reveal: REVEAL }, /ask\.of: it is empty/],
  ['one choice only', { ask: { ...ASK, kind: 'choice', choices: ['one', ''] } }, { ask: undefined }, /ask\.choices/],
  [
    'an empty slip',
    { ask: { ...ASK, slips: [{ answer: '2', slip: '' }] } },
    { ask: { ...ASK, slips: [] } },
    /slips\.0/,
  ],
  ['a move too far', { reveal: [{ move: 'next', count: 0 }, ...REVEAL] }, { ask: ASK, reveal: REVEAL }, /reveal\.0/],
])('a scene with %s is played as far as it goes, and its writer is told', (_, written, expected, told) => {
  const { scene, problems } = played(written)
  expect({ ask: undefined, ...scene }).toMatchObject({ id: 'two', ...expected })
  expect(problems).toMatch(told)
})

test('a lesson without a title is played; a scene whose moment is no link cannot be', () => {
  expect(played({}, { title: '' })).toMatchObject({ scene: { id: 'two' } })
  expect(played({ moment: 'javascript:alert(1)' })).toEqual({
    scene: undefined,
    problems: expect.stringContaining('Scene 2 (“two”) is left out: moment'),
  })
})
