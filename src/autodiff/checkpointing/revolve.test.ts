import { describe, expect, it } from 'vitest'
import { recomputations, reversible, schedule } from './revolve.ts'

const advanced = (length: number, checkpoints: number): number =>
  schedule(length, checkpoints).reduce((sum, each) => sum + (each.kind === 'advance' ? each.to - each.from : 0), 0)

/** The least, by trying every place for the next checkpoint: t(l, c) = min m + t(l − m, c − 1) + t(m, c). */
function leastByTrying(length: number, checkpoints: number, known = new Map<string, number>()): number {
  if (length === 1) return 0
  if (checkpoints === 1) return (length * (length - 1)) / 2
  const key = `${length} ${checkpoints}`
  const found = known.get(key)
  if (found !== undefined) return found
  let least = Number.POSITIVE_INFINITY
  for (let m = 1; m < length; m++) {
    const rest = leastByTrying(length - m, checkpoints - 1, known) + leastByTrying(m, checkpoints, known)
    least = Math.min(least, m + rest)
  }
  known.set(key, least)
  return least
}

it('the formula is the least that any places of checkpoints need', () => {
  for (let length = 1; length <= 40; length++)
    for (let checkpoints = 1; checkpoints <= 8; checkpoints++)
      expect([length, checkpoints, recomputations(length, checkpoints)]).toEqual([
        ...[length, checkpoints, leastByTrying(length, checkpoints)],
      ])
})

it('binomials say how far checkpoints reach', () => {
  expect(reversible(3, 2)).toBe(10)
  // Table of Griewank and Walther: with 3 checkpoints and 3 repetitions 20 steps.
  expect(reversible(3, 3)).toBe(20)
  expect(recomputations(10, 3)).toBe(2 * 10 - reversible(4, 1))
})

describe.each([10, 100, 1000])('a chain of %i steps', (length) => {
  it.each([1, 2, 3, 5, 10, 30, 999, 1000])('with %i checkpoints is run again no more than is proven', (checkpoints) => {
    expect(advanced(length, checkpoints)).toBe(recomputations(length, Math.min(checkpoints, length)))
  })

  it.each([1, 2, 3, 10, 30])('is reversed step by step with at most %i states stored', (checkpoints) => {
    let next = length - 1
    const stored = new Set([0])
    for (const action of schedule(length, checkpoints)) {
      if (action.kind === 'store') stored.add(action.at)
      else if (action.kind === 'free') stored.delete(action.at)
      else if (action.kind === 'restore') expect(stored.has(action.at)).toBe(true)
      else if (action.kind === 'reverse') expect(action.step).toBe(next--)
      expect(stored.size).toBeLessThanOrEqual(checkpoints)
    }
    expect(next).toBe(-1)
  })
})
