import { expect, test } from 'vitest'
import { shortenedList } from './shortenedList.ts'

test('a long path is written by its ends, with what is left out counted', () => {
  const items = Array.from({ length: 12 }, (_, i) => i)
  expect(shortenedList(items, ' ', String)).toBe('0 1 2 … 6 more … 9 10 11')
})
