import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allApart, join, rootOf } from './unionFind.ts'

const pairs = fc.array(fc.tuple(fc.nat(19), fc.nat(19)), { maxLength: 40 })

test('things have one root if and only if pairs lead from one to the other, and it is the least of them', () =>
  fc.assert(
    fc.property(pairs, (joined) => {
      const forest = allApart(20)
      const least = [...forest]
      for (const [a, b] of joined) {
        expect(join(forest, a, b)).toBe(least[a] !== least[b])
        const [from, to] = [Math.max(least[a], least[b]), Math.min(least[a], least[b])]
        for (let i = 0; i < 20; i++) if (least[i] === from) least[i] = to
      }
      expect(least.map((_, i) => rootOf(forest, i))).toEqual(least)
    }),
  ))
