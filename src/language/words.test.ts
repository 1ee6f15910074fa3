import { expect, test } from 'vitest'
import { count, grouped, listed, listedUpTo, quote, shorten } from './words.ts'

test('thousands are kept apart, of any count, and not behind the point', () =>
  expect([999, 24_185, 1_000_000, -1234.5678, 2n ** 70n].map(grouped)).toEqual([
    '999',
    '24,185',
    '1,000,000',
    '-1,234.5678',
    '1,180,591,620,717,411,303,424',
  ]))

test('a count that is hidden is “?”', () => expect(count(Number.NaN, 'path')).toBe('? paths'))

test('a count takes its noun in the singular or the plural', () =>
  expect([count(0, 'path'), count(1, 'path'), count(1n, 'path'), count(2400, 'pass', 'passes')]).toEqual([
    ...['0 paths', '1 path', '1 path', '2,400 passes'],
  ]))

test('names are listed with “and” before the last; of too many the rest is counted', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listed)).toEqual(['', 'a', 'a and b', 'a, b and c'])
  const numbers = [1, 2, 3, 4, 5]
  expect(listedUpTo(5, numbers, String)).toBe('1, 2, 3, 4 and 5')
  expect(listedUpTo(3, numbers, String)).toBe('1, 2, 3 and 2 more')
})

test('a long text is cut between characters, however many units each takes', () => {
  expect(shorten('attention', 9)).toBe('attention')
  expect(shorten('attention', 8)).toBe('attenti…')
  expect(shorten('𝑎𝑏𝑐𝑑', 4)).toBe('𝑎𝑏𝑐𝑑')
  expect(shorten('𝑎𝑏𝑐𝑑', 3)).toBe('𝑎𝑏…')
  expect(shorten('x'.repeat(1e6), 3)).toBe('xx…')
  expect(quote('x'.repeat(41))).toBe(`“${'x'.repeat(39)}…”`)
})
