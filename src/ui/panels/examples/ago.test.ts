import { expect, it } from 'vitest'
import { ago } from './ago.ts'

it.each([
  [0, 'just now'],
  [59_000, 'just now'],
  [61_000, '1 minute ago'],
  [7_300_000, '2 hours ago'],
  [90_000_000, 'yesterday'],
  [10 * 86_400_000, '10 days ago'],
  [-5_000, 'just now'],
])('tells how long %d ms are', (passed, words) => {
  expect(ago(1e12 - passed, 1e12)).toBe(words)
})
