import { expect } from 'vitest'
import type { Value } from '../src/primitives/value.ts'
import { numberIn } from './entries.ts'

/** The computed number, at most `bound` from the expected one; 0 and what is not finite are met exactly. */
export function expectWithin(bound: number, value: Value, expected: number, name: string): void {
  const computed = numberIn(value)
  const isClose = Number.isFinite(expected) && Math.abs(computed - expected) <= bound
  // The sign of a zero is no difference.
  expect([name, isClose ? expected + 0 : computed + 0]).toEqual([name, expected + 0])
}
