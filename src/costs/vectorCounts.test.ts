import { describe, expect, it } from 'vitest'
import { closedOf, primalOf } from '../../verification/fixtures/compiled.ts'
import { ARRAYS, LECTURE } from '../../verification/fixtures/programs.ts'
import type { Numbers } from '../autodiff/pass.ts'
import { passCount, seedAt, unitSeed } from '../autodiff/seeds.ts'
import { adjoints, tangents } from '../autodiff/vector.ts'
import { modeCounts } from './modeCounts.ts'
import { countsTogether } from './vectorCounts.ts'

describe.each([LECTURE, ...ARRAYS])('several directions at once: %s', (source) => {
  it.each([primalOf(source), closedOf(source)])('have the operations of as many passes', (pass) => {
    for (const mode of ['forward', 'reverse'] as const) {
      const seeds = Array.from({ length: passCount(pass.graph, mode) }, (_, i) =>
        unitSeed(pass.graph, seedAt(pass.graph, mode, i)),
      )
      const { counts, partialsRead } = countsTogether((mode === 'forward' ? tangents : adjoints)(pass, seeds))
      expect(counts).toEqual(modeCounts(pass, mode).sweeps)
      expect(partialsRead.apart).toBe(counts.terms)
      expect(partialsRead.together).toBeLessThanOrEqual(partialsRead.apart)
    }
  })
})

it('partials that are evaluated in each pass are evaluated once', () => {
  const pass = primalOf(LECTURE)
  const seeds: Numbers[] = [{ x1: 1 }, { x1: 2, x2: -1 }]
  const anew = { partials: 'each pass' } as const
  expect(countsTogether(tangents(pass, seeds), anew).counts.calls).toBe(1)
  expect(countsTogether(tangents(pass, seeds)).partialsRead).toEqual({ together: 5, apart: 9 })
  expect(countsTogether(tangents(pass, seeds)).counts.calls).toBe(0)
  expect(countsTogether(adjoints(pass, [{ f: 1 }, { f: -2 }]), anew).counts.calls).toBe(1)
})
