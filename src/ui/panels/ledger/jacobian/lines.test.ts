import { describe, expect, it } from 'vitest'
import { graphOf } from '../../../../../verification/fixtures/compiled.ts'
import { firstLines, lineGroups } from './lines.ts'

const columns = (source: string) => {
  const graph = graphOf(source)
  return lineGroups(graph, graph.inputs).map(({ lines }) => lines.map(({ name }) => name))
}

describe('the columns of the Jacobian', () => {
  it('are the inputs of a program of numbers, by their bare names', () => {
    expect(columns('x = 1\ny = 2\nf = x*y')).toEqual([['x'], ['y']])
  })

  it('are the entries of an array, which go by their indices', () => {
    expect(columns('W = [[1, 2], [3, 4]]\nb = 1\nf = sum(W) + b')).toEqual([
      ['W[0,0]', 'W[0,1]', 'W[1,0]', 'W[1,1]'],
      ['b'],
    ])
  })

  it('is one for a large array', () => {
    expect(columns('W = zeros(8, 8)\nf = sum(W)')).toEqual([['W, 8×8']])
  })

  it('is one for each array but the small ones where there are many entries', () => {
    expect(columns('W = zeros(4, 4)\nV = zeros(3, 3)\nb = [1, 2]\nf = sum(W) + sum(V) + sum(b)')).toEqual([
      ['W, 4×4'],
      ['V, 3×3'],
      ['b[0]', 'b[1]'],
    ])
  })

  it('are cut off where even those are too many', () => {
    const graph = graphOf('x = 1\ny = 2\nz = 3\nf = x*y*z')
    expect(firstLines(lineGroups(graph, graph.inputs), 2).map(({ name }) => name)).toEqual(['x', 'y'])
  })
})
