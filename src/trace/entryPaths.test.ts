import { expect, test } from 'vitest'
import { compile, type Graph, primal } from '../core.ts'
import { entryPaths } from './entryPaths.ts'

const pass = primal(compile('x = [1, 2]\ny = 3\na = sin(x)\nf = sum(a)*y\ng = exp(y)').graph as Graph)
const namesOf = (nodes: readonly number[]) => nodes.map((node) => pass.graph.names.get(node)?.[0] ?? '·')

test('an entry comes along what its input reaches and its output depends on, whole arrays for their entries', () => {
  const { ends, nodes, edges } = entryPaths(pass, 0, 1)
  expect(namesOf(ends)).toEqual(['x', 'f'])
  expect(namesOf(nodes)).toEqual(['x', 'a', '·', 'f'])
  expect(edges).toHaveLength(3)
})

test('an entry that is 0 by structure has its ends and no path', () => {
  const { ends, nodes, edges } = entryPaths(pass, 1, 0)
  expect(namesOf(ends)).toEqual(['x', 'g'])
  expect([...nodes, ...edges]).toEqual([])
})
