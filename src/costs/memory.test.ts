import { describe, expect, it } from 'vitest'
import { closedOf, primalOf } from '../../verification/fixtures/compiled.ts'
import { ARRAYS, LECTURE, LINEAR_LAYER } from '../../verification/fixtures/programs.ts'
import type { Mode } from '../autodiff/pass.ts'
import { MODES } from '../autodiff/pass.ts'
import { memoryOf } from './memory.ts'

const chainOf = (length: number) => `x = 0.5\nf = ${'sin('.repeat(length)}x${')'.repeat(length)}`

describe('the lecture’s example', () => {
  const pass = primalOf(LECTURE)
  const [x1, x2, sine, product, f] = [0, 1, 2, 3, 4]

  it('holds in forward mode pairs as long as a consumer needs them', () => {
    const { firstStep, node, alive, at, peak } = memoryOf(pass, 'forward')
    expect([...firstStep]).toEqual([0, 4, 8])
    expect([...node]).toEqual([-1, sine, product, f, -1, sine, product, f])
    // x1, x2, ẋ1; with v1, v̇1; with v2, v̇2; x1 and x2 for the next pass, two pairs and that of f.
    expect([...alive]).toEqual([3, 5, 7, 8, 4, 5, 7, 5])
    expect(peak).toBe(8)
    expect(at(0)).toEqual([
      { kind: 'tangent', node: x1, entries: 1 },
      { kind: 'value', node: x1, entries: 1 },
      { kind: 'value', node: x2, entries: 1 },
    ])
  })

  it('keeps in reverse mode what its partials read until the adjoint pass has read it', () => {
    const { firstStep, node, at, alive } = memoryOf(pass, 'reverse')
    expect([...firstStep]).toEqual([0, 4, 8])
    expect([...node]).toEqual([-1, sine, product, f, -1, f, product, sine])
    // The sum's partials read nothing: v1 and v2 go with it. The product reads x1 and x2, the sine x1.
    expect([...alive]).toEqual([2, 3, 4, 5, 4, 6, 7, 5])
    expect(at(7).map(({ kind, node: owner }) => [kind, owner])).toEqual([
      ['adjoint', x1],
      ['adjoint', x2],
      ['adjoint', sine],
      ['value', x1],
      ['value', f],
    ])
  })
})

it('forward mode needs no more for a longer chain, reverse mode a number for each link', () => {
  const peaks = (mode: Mode) => [10, 100, 1000].map((length) => memoryOf(primalOf(chainOf(length)), mode).peak)
  expect(peaks('forward')).toEqual([4, 4, 4])
  const [ten, hundred, thousand] = peaks('reverse')
  expect([hundred - ten, thousand - hundred]).toEqual([90, 900])
})

it('counts the entries of arrays', () => {
  const reverse = memoryOf(primalOf(LINEAR_LAYER), 'reverse')
  // x and W, whose product reads both, and b.
  expect(reverse.alive[0]).toBe(6 + 6 + 2)
})

it.each(MODES)('a closed module is one node in %s mode, with what it keeps inside', (mode) => {
  for (const source of ARRAYS) {
    const { alive, at } = memoryOf(closedOf(source), mode)
    for (const [step, count] of alive.entries())
      expect(at(step).reduce((sum, { entries }) => sum + entries, 0)).toBe(count)
  }
})

it('covers the first passes where all would be too many steps', () => {
  const sum = Array.from({ length: 2000 }, (_, i) => `x${i}`).join(' + ')
  const { passes, covered, node } = memoryOf(primalOf(`f = ${sum}`), 'forward')
  expect([passes, covered, node.length]).toEqual([2000, 25, 50_000])
})
