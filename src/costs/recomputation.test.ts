import { expect, it } from 'vitest'
import { primalOf } from '../../verification/fixtures/compiled.ts'
import { MLP } from '../../verification/fixtures/programs.ts'
import { recomputations } from '../autodiff/checkpointing/revolve.ts'
import { checkpointed, mostStored } from '../autodiff/checkpointing/schedule.ts'
import { total } from './counts.ts'
import { recomputation } from './recomputation.ts'

it.each([10, 100, 1000])('a chain of %i functions takes the calls that are proven', (length) => {
  const { graph } = primalOf(`x = 0.5\nf = ${'sin('.repeat(length)}x${')'.repeat(length)}`)
  for (const kept of [0, 1, 2, 4, 8, 30].filter((few) => few < length - 1)) {
    const counts = recomputation(graph, checkpointed(graph, kept))
    const proven = recomputations(length, kept + 1)
    expect([counts.calls, total(counts)]).toEqual([proven, proven])
  }
  expect(total(recomputation(graph, checkpointed(graph, length - 1)))).toBe(0)
})

it('is more the fewer numbers may be kept', () => {
  const { graph } = primalOf(MLP)
  const operations = Array.from({ length: mostStored(graph) + 1 }, (_, kept) =>
    total(recomputation(graph, checkpointed(graph, kept))),
  )
  expect(operations).toEqual(operations.toSorted((a, b) => b - a))
  expect(operations.at(-1)).toBe(0)
})
