import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { edit } from './document.ts'
import { addAnother, hasGrownBy, takeBack } from './growing.ts'
import { language } from './language.ts'
import { change, now, useGradual } from './store.ts'

beforeAll(async () => {
  vi.stubGlobal('cancelAnimationFrame', () => {})
  await language.ask()
})

const PROGRAM = 'x = 3\nf = x*x'

beforeEach(() => {
  useGradual.setState(useGradual.getInitialState(), true)
  edit(PROGRAM)
})

test('what has grown goes back with one press, by the end that has grown', () => {
  addAnother('input')
  const grown = now().source
  expect(grown).not.toBe(PROGRAM)
  expect([hasGrownBy('input', grown), hasGrownBy('output', grown)]).toEqual([true, false])
  takeBack()
  expect(now().source).toBe(PROGRAM)
})

test('what was changed since stays', () => {
  addAnother('output')
  const changed = `${now().source}\ng = 7*x`
  edit(changed)
  expect(hasGrownBy('output', changed)).toBe(false)
  takeBack()
  expect(now().source).toBe(changed)
})

test('where there is no place for it, it is said, and the program stays', () => {
  edit('f = (')
  change({ notices: [] })
  addAnother('input')
  expect(now().source).toBe('f = (')
  expect(now().notices.map(({ says }) => says)).toEqual(['No place for another input was found in this program.'])
})
