import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSeed, writeSeed } from './seedText.ts'

const numbers = fc.double({ noNaN: true, noDefaultInfinity: true })
const weights = fc
  .uniqueArray(fc.tuple(fc.stringMatching(/^[a-zα-ω_]\w{0,4}$/), fc.array(numbers, { minLength: 1, maxLength: 9 })), {
    selector: ([name]) => name,
  })
  .map((entries) => new Map(entries))

test('a seed comes back from its text; what is all 0 is left out', () => {
  fc.assert(
    fc.property(weights, (seed) => {
      const nonzero = [...seed].filter(([, entries]) => entries.some((entry) => entry !== 0))
      expect([...(readSeed(writeSeed(seed)) ?? [])]).toEqual(nonzero)
    }),
  )
})

test('equal entries in a row are counted, so that a thousand ones are short', () => {
  expect(writeSeed(new Map([['W', new Array(1000).fill(1)]]))).toBe('W:1*1000')
  expect(
    writeSeed(
      new Map([
        ['x1', [0.5]],
        ['x2', [-1]],
      ]),
    ),
  ).toBe('x1:0.5;x2:-1')
  expect(readSeed('W:0*3,1,0')?.get('W')).toEqual([0, 0, 0, 1, 0])
})

test('any text is read without an exception, and a bomb is refused', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readSeed(text)))
  for (const bad of ['x', 'x:', ':1', 'x:1;x:2', 'x:1e999', 'x:NaN', 'x:1*999999', 'x:1,', 'x: 1'])
    expect(readSeed(bad), bad).toBeNull()
})
