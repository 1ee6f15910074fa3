import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { START } from '../trace/position.ts'
import { edit } from './document.ts'
import { language } from './language.ts'
import { toEnd } from './playback.ts'
import { now, useGradual } from './store.ts'

beforeAll(async () => {
  vi.stubGlobal('cancelAnimationFrame', () => {})
  await language.ask()
})

beforeEach(() => {
  useGradual.setState({ ...useGradual.getInitialState(), shown: 'reverse' }, true)
  edit('x1 = 2\nx2 = 3\nf = sin(x1) + x1*x2')
  toEnd()
})

const END = { forward: 1, reverse: 1, step: 5, term: 0 }

test.each([
  ['a value', 'x1 = 7\nx2 = 3\nf = sin(x1) + x1*x2'],
  ['an operation', 'x1 = 2\nx2 = 3\nf = cos(x1) + x1*x2'],
])('an edit of %s keeps the end of the passes', (_, source) => {
  expect(now().position).toEqual(END)
  edit(source)
  expect(now().position).toEqual(END)
})

test('a program with other inputs begins at its start, also where it is typed letter by letter', () => {
  edit('a = 4\nf = a*a')
  expect(now().position).toEqual(START)
  toEnd()
  const typed = 'x = 4\nf = x^2'
  for (let length = 1; length <= typed.length; length++) edit(typed.slice(0, length))
  expect(now().position).toEqual(START)
})
