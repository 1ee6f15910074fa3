import { expect, test } from 'vitest'
import { closedGraphOf, graphOf } from '../../verification/fixtures/compiled.ts'
import { structureOf } from './structure.ts'

test('graphs that differ only in numbers have one structure, so that nothing moves', () => {
  const before = graphOf('x = 2\nf = sin(x)')
  const after = graphOf('x = 7\nf = sin(x)', { previous: before })
  expect(structureOf(after)).toBe(structureOf(before))
})

test('a constant stands in the operation that reads it, or is a node', () => {
  const symbols = (source: string) =>
    structureOf(graphOf(source)).nodes.map((node) => structureOf(graphOf(source)).figures[node].symbol)
  expect(symbols('x = 2\nf = 1/(1 + x)^2')).toEqual(['x', '+ 1', '·²', '1 ÷ ·'])
  expect(symbols('x = 2\nf = 2*x - 3')).toEqual(['x', '× 2', '− 3'])
  expect(symbols('x = 2\nconst k = 3\nf = max(x, 0) + k')).toEqual(['x', 'max(·, 0)', '+ k'])
  expect(structureOf(graphOf('x = 2\nf = x + 1'), 'nodes').nodes).toHaveLength(3)
})

test('a number that stands in a symbol is part of the structure', () => {
  const before = graphOf('x = 2\nf = 3*sin(x)')
  const after = graphOf('x = 2\nf = 4*sin(x)', { previous: before })
  expect(structureOf(after)).not.toBe(structureOf(before))
  expect(structureOf(after, 'nodes')).toBe(structureOf(before, 'nodes'))
})

test('another operation is another structure', () => {
  const before = graphOf('x = 2\nf = sin(x)')
  const structure = structureOf(before)
  expect(structureOf(graphOf('x = 2\nf = cos(x)', { previous: before }))).not.toBe(structure)
})

test('a new name is another structure', () => {
  const before = graphOf('x = 2\nf = sin(x)')
  const structure = structureOf(before)
  expect(structureOf(graphOf('x = 2\ng = sin(x)', { previous: before }))).not.toBe(structure)
})

test('inputs are drawn by their role, outputs by their ring', () => {
  const { figures } = structureOf(graphOf('data t = 1\nparam w = 2\nx = 3\nf = w*t + x + 5'), 'nodes')
  expect(figures.slice(0, 3).map(({ kind }) => kind)).toEqual(['data', 'param', 'input'])
  expect(figures.filter(({ kind }) => kind === 'constant')).toHaveLength(1)
  expect(figures.filter(({ output }) => output).map(({ definition }) => definition)).toEqual(['f'])
})

test('another shape is another structure; other entries are not', () => {
  const structure = structureOf(graphOf('x = [1, 2]\nf = sum(x)'))
  expect(structureOf(graphOf('x = [3, 4]\nf = sum(x)'))).toBe(structure)
  expect(structureOf(graphOf('x = [3, 4, 5]\nf = sum(x)'))).not.toBe(structure)
})

test('a closed function is drawn as one node with its name', () => {
  const graph = closedGraphOf('g(a) = a + 1\nx = 2\nf = g(x)')
  expect(structureOf(graph).figures.map(({ kind, symbol }) => [kind, symbol])).toEqual([
    ['input', 'x'],
    ['module', 'g'],
  ])
})
