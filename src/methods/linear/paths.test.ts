import { describe, expect, it } from 'vitest'
import { graphOf } from '../../../verification/fixtures/compiled.ts'
import { LECTURE } from '../../../verification/fixtures/programs.ts'
import { primal } from '../../autodiff/primal.ts'
import { MOST_COUNTED } from '../counting.ts'
import { diamonds, diamondsIn } from './diamonds.ts'
import { linearised } from './linearised.ts'
import { countPaths, listPaths, sumOverPaths } from './paths.ts'

const along = (source: string) => {
  const linear = linearised(primal(graphOf(source)))
  const [[from], [to]] = [linear.inputs, linear.outputs]
  return { linear, from, to }
}

describe('paths from an input to an output', () => {
  it('are two in the lecture’s example, whose products add up to the derivative', () => {
    const { linear, from, to } = along(LECTURE)
    const paths = listPaths(linear, from, to, 10)
    expect(paths.map(({ product }) => product)).toEqual([Math.cos(2), 3])
    expect(sumOverPaths(paths)).toBe(Math.cos(2) + 3)
    expect(paths[0].links.map(({ consumer }) => consumer)).toEqual([2, 4])
  })

  it('take a multiplication for each link after the first, one by one or factored', () => {
    const { linear, from, to } = along('x = 2\na = sin(x)\nb = exp(a)\nc = a*b\nf = cos(c)')
    // x → a → c → f and x → a → b → c → f.
    expect(countPaths(linear, from, to)).toEqual({
      ...{ paths: 2n, multiplications: 2n + 3n, additions: 1n },
      ...{ factoredMultiplications: 4, factoredAdditions: 1 },
    })
  })

  it('double with each diamond, while the factored sum grows by the same each time', () => {
    const counts = [10, 20, 30].map((count) => {
      const { linear, from, to } = along(diamonds(count))
      return countPaths(linear, from, to)
    })
    expect(counts.map(({ paths }) => paths)).toEqual([2n ** 10n, 2n ** 20n, 2n ** 30n])
    const [few, more, most] = counts.map(({ factoredMultiplications }) => factoredMultiplications)
    expect(most - more).toBe(more - few)
  })

  it('are those of a chain of diamonds, which is recognised by its text', () => {
    expect(diamondsIn(diamonds(7))).toBe(7)
    expect(diamondsIn('x = 1\nf = x')).toBe(0)
  })

  it('are counted up to 10^1000', () => {
    const { linear, from, to } = along(diamonds(4000))
    expect(countPaths(linear, from, to).paths).toBe(MOST_COUNTED)
    expect(listPaths(linear, from, to, 20)).toHaveLength(20)
  })

  it('are none where the output does not depend, and one without links from a node to itself', () => {
    const { linear, from } = along('x = 2\ny = 3\nf = sin(x)\ng = y^2')
    const [, g] = linear.outputs
    expect(countPaths(linear, from, g).paths).toBe(0n)
    expect(listPaths(linear, from, g, 10)).toEqual([])
    expect(countPaths(linear, from, from)).toMatchObject({ paths: 1n, multiplications: 0n, additions: 0n })
    expect(listPaths(linear, from, from, 10)).toEqual([{ links: [], product: 1 }])
  })
})
