import { describe, expect, it } from 'vitest'
import { graphOf } from '../../verification/fixtures/compiled.ts'
import { jacobian } from './jacobian.ts'
import { primal } from './primal.ts'
import { firstSeeds, passCount, seedAt, seedCount, seedIndex, unitSeed } from './seeds.ts'

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

describe('where data are held', () => {
  const SOURCE = 'data X = [1, 2]\nw = 3\ndata t = 1\nf = sum(w*X) - t'
  const held = { ...graphOf(SOURCE), holdsData: true }
  const names = (count: number) => Array.from({ length: count }, (_, index) => seedAt(held, 'forward', index).name)

  it('forward mode takes no pass for their entries; reverse mode is as before', () => {
    expect(passCount(graphOf(SOURCE), 'forward')).toBe(4)
    expect(names(passCount(held, 'forward'))).toEqual(['w'])
    expect(passCount(held, 'reverse')).toBe(1)
  })

  it('they can still be seeded by their names, after what the passes are for', () => {
    expect(names(seedCount(held, 'forward'))).toEqual(['w', 'X[0]', 'X[1]', 't'])
    expect(seedIndex(held, 'forward', 'X[1]')).toBe(2)
    expect(firstSeeds(held, 'forward')).toEqual([1, 0, 3])
  })

  it('a program of data alone is differentiated by them', () => {
    const alone = { ...graphOf('data x = 2\nf = x^2'), holdsData: true }
    expect(passCount(alone, 'forward')).toBe(1)
  })

  it('the Jacobian has every input in every row all the same', () => {
    for (const mode of ['forward', 'reverse'] as const)
      expect(jacobian(primal(held), mode)).toEqual({ f: { X: [3, 3], w: 3, t: -1 } })
  })
})
