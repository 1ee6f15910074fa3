import { beforeEach, expect, test, vi } from 'vitest'
import { OPENED } from './lesson/lessons.ts'
import { linkForPhones } from './linkForPhones.ts'
import { change, useGradual } from './store.ts'

beforeEach(() => {
  vi.stubGlobal('location', { href: 'https://page.example/' })
  useGradual.setState(useGradual.getInitialState(), true)
})

test('a lesson that others can open is opened at its scene', async () => {
  change({ lesson: 'lecture', scene: 'title', revealed: 2 })
  expect(await linkForPhones()).toBe('https://page.example/#v=1&lesson=lecture&scene=title')
})

test.each([OPENED, 'draft.mine'])(
  'of the lesson %s, which only this browser has, the moment is opened',
  async (lesson) => {
    change({ lesson, scene: 'title', revealed: 2 })
    const link = await linkForPhones()
    expect(link).toMatch(/#v=1&program=/)
    expect(link).not.toMatch(/lesson|scene|revealed/)
  },
)
