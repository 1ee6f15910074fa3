import { describe, expect, it } from 'vitest'
import { closedOf, primalOf } from '../../verification/fixtures/compiled.ts'
import { ARRAYS, LECTURE } from '../../verification/fixtures/programs.ts'
import { adjoint } from './adjoint.ts'
import { passCount, seedAt, unitSeed } from './seeds.ts'
import { tangent } from './tangent.ts'
import { adjoints, tangents } from './vector.ts'

describe.each([LECTURE, ...ARRAYS])('several directions at once: %s', (source) => {
  it.each([primalOf(source), closedOf(source)])('have the numbers of as many passes', (pass) => {
    for (const mode of ['forward', 'reverse'] as const) {
      const seeds = Array.from({ length: passCount(pass.graph, mode) }, (_, i) =>
        unitSeed(pass.graph, seedAt(pass.graph, mode, i)),
      )
      const passes = (mode === 'forward' ? tangents : adjoints)(pass, seeds)
      expect(passes).toEqual(seeds.map((seed) => (mode === 'forward' ? tangent : adjoint)(pass, seed)))
    }
  })
})
