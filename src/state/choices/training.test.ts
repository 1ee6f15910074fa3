import { expect, test } from 'vitest'
import { RUN_START, training } from './training.ts'

const { link } = training.trainingReached

test('a link trains on to where it was, and no further than one would wait for', () => {
  const reached = (trained?: number) => link?.means?.({ trained }, RUN_START, {}).steps
  expect([reached(), reached(12), reached(30_000), reached(10 ** 9)]).toEqual([0, 12, 30_000, 30_000])
})
