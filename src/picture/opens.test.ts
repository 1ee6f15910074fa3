import { expect, test } from 'vitest'
import { closedGraphOf, graphOf } from '../../verification/fixtures/compiled.ts'
import type { Graph } from '../core.ts'
import { canOpen, closingPlace } from './opens.ts'
import { structureOf } from './structure.ts'

const openable = (graph: Graph) => [...graph.op.keys()].filter((node) => canOpen(graph, node))
const LAYER = 'x = [1, 2]\nW = [[1, 2], [3, 4]]\nb = [0, 1]\nf = sum(dense(x, W, b))'

test('closed modules, operations with a definition and operations on arrays open; numbers and inputs do not', () => {
  expect(openable(closedGraphOf('x = 2\nf = sin(x) + x'))).toEqual([])
  expect(openable(closedGraphOf('x = 2\nf = sigmoid(x) + x'))).toHaveLength(1)
  expect(openable(closedGraphOf('g(a) = a + 1\nx = 2\nf = g(x)'))).toHaveLength(1)
  expect(
    structureOf(closedGraphOf(LAYER))
      .figures.filter(({ opens }) => opens)
      .map(({ opens }) => opens?.name),
  ).toContain('dense')
  expect(openable(closedGraphOf(LAYER))).toHaveLength(2)
})

test('whatever was opened before, opening a node that can be opened changes the graph, and its place closes it', () => {
  const walk = (open: readonly number[], depth: number) => {
    const before = graphOf(LAYER, { open: new Set(open) })
    for (const node of openable(before)) {
      const place = before.place[node]
      const after = graphOf(LAYER, { open: new Set([...open, place]) })
      expect(open).not.toContain(place)
      expect([...after.op]).not.toEqual([...before.op])
      const inside = after.modules.findIndex((module) => module.place === place)
      expect(closingPlace(structureOf(after), after.module.indexOf(inside), new Set([place]))).toBe(place)
      if (depth > 0) walk([...open, place], depth - 1)
    }
  }
  walk([], 2)
})

test('the numbers of an array that is written out do not open again', () => {
  const graph = graphOf('x = [1, 2]\nf = sum(sigmoid(x))', { open: new Set(), unrolled: true })
  expect(graph.modules.length).toBeGreaterThan(0)
  expect(openable(graph)).toEqual([])
})

test('an operation with more numbers than can be drawn does not open', () => {
  expect(openable(closedGraphOf('x = zeros(200, 200)\ny = x*1\nf = sum(y @ y)'))).toEqual([])
})

test('what only rearranges entries has nothing in it to open', () => {
  expect(openable(closedGraphOf('W = [[1, 2], [3, 4]]\nf = sum(W.T[0])'))).toHaveLength(1)
})
