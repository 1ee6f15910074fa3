import { describe, expect, it } from 'vitest'
import { heights, pieces } from './curve.ts'

describe('the graph of a function', () => {
  it('is one piece where the function is continuous, however steep', () => {
    expect(pieces(Math.sin, [-6, 6], 100)).toHaveLength(1)
    expect(pieces(Math.cbrt, [-1, 1], 101)).toHaveLength(1)
    expect(pieces((x) => Math.tanh(200 * x), [-1, 1], 101)).toHaveLength(1)
  })

  it('breaks at poles', () => {
    expect(pieces(Math.tan, [-4, 4], 200)).toHaveLength(3)
    expect(pieces((x) => 1 / x, [-1, 1], 100)).toHaveLength(2)
    expect(pieces((x) => 1 / x, [-1, 1], 101)).toHaveLength(2)
  })

  it('breaks at jumps', () => {
    expect(pieces(Math.floor, [0.5, 3.5], 100)).toHaveLength(4)
  })

  it('leaves out what has no value', () => {
    const [piece, ...others] = pieces(Math.log, [-1, 1], 100)
    expect(others).toEqual([])
    expect(piece[0].x).toBeGreaterThan(0)
  })

  it('is not flattened by a pole', () => {
    const [low, high] = heights(pieces(Math.tan, [-4, 4], 400).flat())
    expect(low).toBeGreaterThan(-20)
    expect(high).toBeLessThan(20)
  })
})
