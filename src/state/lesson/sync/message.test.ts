import { expect, test } from 'vitest'
import { showMessage } from './message.ts'

const ROOM = {
  lesson: 'lecture',
  scene: 'plan',
  started: 1,
  entered: 2,
  since: 3,
  seconds: 30,
  hands: { plan: { '2': 14 } },
}
const PLACE = {
  ...{ lesson: 'lecture', scene: 'plan', revealed: 2, room: ROOM },
  ...{ presents: true, blank: false, frozen: true, code: true, brought: 'table', enlarged: { times: 1.4, at: 'x1' } },
}
const MESSAGE = { gradual: 1, from: 'a', type: 'place', count: 7, author: 'b', place: PLACE }

const inPlace = (other: object) => ({ ...MESSAGE, place: { ...PLACE, ...other } })
const inRoom = (other: object) => inPlace({ room: { ...ROOM, ...other } })

test('a message comes through as it was sent', () => {
  expect(showMessage(MESSAGE)).toEqual(MESSAGE)
  for (const type of ['ask', 'bye'])
    expect(showMessage({ gradual: 1, from: 'a', type })).toEqual({ gradual: 1, from: 'a', type })
})

test('what else it carries is left behind', () => {
  expect(showMessage({ ...MESSAGE, program: 'x = 1' })).toEqual(MESSAGE)
  expect(showMessage(inPlace({ moment: '#v=1&program=x' }))).toEqual(MESSAGE)
})

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'place'],
  ['an array', [MESSAGE]],
  ['another version', { ...MESSAGE, gradual: 2 }],
  ['no version', { ...MESSAGE, gradual: undefined }],
  ['another type', { ...MESSAGE, type: 'load' }],
  ['a type of all objects', { ...MESSAGE, type: 'constructor' }],
  ['no sender', { ...MESSAGE, from: '' }],
  ['no author', { ...MESSAGE, author: undefined }],
  ['a count that is none', { ...MESSAGE, count: Number.NaN }],
  ['a count beyond counting', { ...MESSAGE, count: 2 ** 60 }],
  ['a count below 0', { ...MESSAGE, count: -1 }],
  ['no place', { ...MESSAGE, place: null }],
  ['half a press', inPlace({ revealed: 0.5 })],
  ['presses without end', inPlace({ revealed: 1e9 })],
  ['a scene that is no name', inPlace({ scene: { id: 'plan' } })],
  ['a name without end', inPlace({ lesson: 'x'.repeat(1e6) })],
  ['a time that nobody chose', inRoom({ seconds: 5 })],
  ['a time that is none', inRoom({ since: Number.POSITIVE_INFINITY })],
  ['a page that cannot be brought', inPlace({ brought: 'program' })],
  ['a graph without end', inPlace({ enlarged: { times: Number.POSITIVE_INFINITY, at: null } })],
  ['a graph of no size', inPlace({ enlarged: { times: 0, at: null } })],
  ['half a hand', inRoom({ hands: { plan: { '2': 0.5 } } })],
  [
    'hands without end',
    inRoom({ hands: { plan: Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [n, 1])) } }),
  ],
])('%s is no message', (_, data) => {
  expect(showMessage(data)).toBe(null)
})
