import fc from 'fast-check'
import { expect, it } from 'vitest'
import { minimalChange } from './minimalChange.ts'

const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 12 })

it('turns one text into the other', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { from, to, insert } = minimalChange(before, after)
      expect(before.slice(0, from) + insert + before.slice(to)).toBe(after)
    }),
  )
})

it('touches only what differs', () => {
  expect(minimalChange('x = 2\ny = 3', 'x = 25\ny = 3')).toEqual({ from: 5, to: 5, insert: '5' })
  expect(minimalChange('aaa', 'aa')).toEqual({ from: 2, to: 3, insert: '' })
  expect(minimalChange('same', 'same')).toEqual({ from: 4, to: 4, insert: '' })
})
