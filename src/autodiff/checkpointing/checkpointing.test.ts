import { describe, expect, it } from 'vitest'
import { closedOf, primalOf } from '../../../verification/fixtures/compiled.ts'
import { ARRAYS, MLP } from '../../../verification/fixtures/programs.ts'
import { adjoint } from '../adjoint.ts'
import type { Primal } from '../pass.ts'
import { passCount, seedAt, unitSeed } from '../seeds.ts'
import { checkpointedAdjoint } from './adjoint.ts'
import { recomputations } from './revolve.ts'
import { checkpointed, mostStored } from './schedule.ts'

const chainOf = (length: number) => primalOf(`x = 0.5\nf = ${'sin('.repeat(length)}x${')'.repeat(length)}`)

/** The same numbers and the same that is absent, bit by bit, in every adjoint pass. */
function expectIdentical(pass: Primal, kept: number): void {
  const plan = checkpointed(pass.graph, kept)
  for (let index = 0; index < passCount(pass.graph, 'reverse'); index++) {
    const seed = unitSeed(pass.graph, seedAt(pass.graph, 'reverse', index))
    const { numbers, present } = adjoint(pass, seed)
    const sums = checkpointedAdjoint(pass, plan, seed)
    for (const { node } of pass.graph.inputs)
      for (let entry = pass.graph.offset[node]; entry < pass.graph.offset[node + 1]; entry++)
        expect([entry, sums.numbers[entry]]).toEqual([entry, numbers[entry]])
    expect(sums.present).toEqual(present)
  }
}

describe.each([10, 100, 1000])('a chain of %i functions', (length) => {
  const pass = chainOf(length)

  it.each([0, 1, 2, 4, 8, 30])(
    'runs with %i stored values as many functions again as are proven, for the same derivative',
    (kept) => {
      if (kept >= length - 1) return
      const { checkpoints, storedPeak, rerun } = checkpointed(pass.graph, kept)
      expect([checkpoints, storedPeak]).toEqual([kept + 1, kept])
      expect(rerun).toBe(recomputations(length, kept + 1))
      expectIdentical(pass, kept)
    },
  )

  it('is the plain tape where all of it may be stored', () => {
    const { storedPeak, rerun } = checkpointed(pass.graph, length - 1)
    expect([storedPeak, rerun, mostStored(pass.graph)]).toEqual([length - 1, 0, length - 1])
    expectIdentical(pass, length - 1)
  })
})

it('stores no more than may be kept', () => {
  const { graph } = primalOf(MLP)
  for (let kept = 0; kept <= mostStored(graph); kept++)
    expect(checkpointed(graph, kept).storedPeak).toBeLessThanOrEqual(kept)
})

it.each(ARRAYS)('has identical derivatives however little is kept: %s', (source) => {
  for (const pass of [primalOf(source), closedOf(source)])
    for (const kept of [0, 1, 5, 20, mostStored(pass.graph)]) expectIdentical(pass, kept)
})

it('reverses long tapes in blocks', () => {
  const pass = chainOf(5000)
  const plan = checkpointed(pass.graph, 10)
  expect(plan.blocks.nodes).toHaveLength(1000)
  expectIdentical(pass, 10)
})
