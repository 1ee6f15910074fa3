import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkpointedAdjoint } from '../src/autodiff/checkpointing/adjoint.ts'
import { checkpointed } from '../src/autodiff/checkpointing/schedule.ts'
import { adjoint, type Numbers, primal, seedAt, unitSeed } from '../src/core.ts'
import { graphOf } from './fixtures/compiled.ts'
import { programs } from './programs.ts'

const RUNS = 1000
const MS_PER_PROGRAM = 150

describe(`${RUNS} random programs`, { timeout: RUNS * MS_PER_PROGRAM }, () => {
  it('have bit-identical adjoints with checkpoints, and no more stored than is allowed', () => {
    fc.assert(
      fc.property(programs, fc.nat({ max: 20 }), ({ source, at }, kept) => {
        const graph = graphOf(source)
        const pass = primal(graph, at as Numbers)
        const plan = checkpointed(graph, kept)
        expect(plan.storedPeak).toBeLessThanOrEqual(kept)
        for (const index of graph.outputs.keys()) {
          const seed = unitSeed(graph, seedAt(graph, 'reverse', index))
          const { numbers, present } = adjoint(pass, seed)
          expect(checkpointedAdjoint(pass, plan, seed)).toEqual({ numbers, present })
        }
      }),
      { seed: 20_181_153, numRuns: RUNS },
    )
  })
})
