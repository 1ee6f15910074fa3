import { describe, expect, it } from 'vitest'
import { graphOf } from '../graph/fixtures.ts'
import { passCount, seedAt, seedIndex, unitSeed } from './seeds.ts'

const graph = graphOf('s = 1\nW = [[1, 2, 3], [4, 5, 6]]\ny = s*W[0]\nL = sum(y)\noutput y')

describe('the passes of a mode', () => {
  it('are one for each entry of the inputs, or of the outputs', () => {
    expect(passCount(graph, 'forward')).toBe(7)
    expect(passCount(graph, 'reverse')).toBe(4)
  })

  it('are named by the entry that they are seeded at, in order', () => {
    const names = (mode: 'forward' | 'reverse') =>
      Array.from({ length: passCount(graph, mode) }, (_, index) => seedAt(graph, mode, index).name)
    expect(names('forward')).toEqual(['s', 'W[0,0]', 'W[0,1]', 'W[0,2]', 'W[1,0]', 'W[1,1]', 'W[1,2]'])
    expect(names('reverse')).toEqual(['y[0]', 'y[1]', 'y[2]', 'L'])
  })

  it('are found again by their names; an array’s own name is its first entry', () => {
    for (const mode of ['forward', 'reverse'] as const)
      for (let index = 0; index < passCount(graph, mode); index++)
        expect(seedIndex(graph, mode, seedAt(graph, mode, index).name)).toBe(index)
    expect(seedIndex(graph, 'forward', 'W')).toBe(1)
    expect(seedIndex(graph, 'forward', 'W[ 1, 2 ]')).toBe(6)
  })

  it.each(['V', 'W[2,0]', 'W[0]', 'W[0,0', 'W[-1,0]', 'W[1e0,0]', 's[0]', '', 'W[]'])('%j seeds none', (name) => {
    expect(seedIndex(graph, 'forward', name)).toBe(-1)
  })

  it('beyond the last there is none', () => {
    expect(() => seedAt(graph, 'reverse', 4)).toThrow(RangeError)
  })

  it('start from a single 1', () => {
    expect(unitSeed(graph, seedAt(graph, 'forward', 5))).toEqual({
      W: [
        [0, 0, 0],
        [0, 1, 0],
      ],
    })
    expect(unitSeed(graph, seedAt(graph, 'forward', 0))).toEqual({ s: 1 })
  })
})
