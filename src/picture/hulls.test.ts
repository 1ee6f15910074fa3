import { describe, expect, test } from 'vitest'
import { closedGraphOf, graphOf } from '../../verification/fixtures/compiled.ts'
import type { Graph } from '../core.ts'
import { layOut } from '../layout/index.ts'
import type { Direction } from '../layout/layout.ts'
import { boxesOf, wiresOf } from './boxes.ts'
import { bounds } from './hulls.ts'
import { sceneOf } from './scene.ts'
import { structureOf } from './structure.ts'

const NEURON = 'x = 2\nw = 1\nf = sigmoid(w*x) + x'

function sceneWith(graph: Graph, direction: Direction) {
  const structure = structureOf(graph)
  const style = { density: 'full', direction, marks: ['reverse'] } as const
  return sceneOf(structure, style, layOut(boxesOf(structure, style), wiresOf(structure), { direction }))
}

function opened(source: string, symbol: string): Graph {
  const closed = closedGraphOf(source)
  const { opens } = structureOf(closed).figures.find((figure) => figure.symbol === symbol) ?? {}
  return graphOf(source, { open: new Set([opens?.place ?? 0]) })
}

describe.each(['right', 'up'] as const)('where the flow goes %s', (direction) => {
  test('a graph in which nothing is opened has no hull', () => {
    expect(sceneWith(closedGraphOf(NEURON), direction).hulls).toEqual([])
  })

  test('a hull that is one area has its nodes in it, and no other', () => {
    const graph = opened(NEURON, 'σ')
    const { hulls, centres } = sceneWith(graph, direction)
    expect(hulls).toHaveLength(1)
    const [{ box, ways }] = hulls
    expect(ways).toBe('')
    for (const [node, { x, y }] of centres.entries()) {
      const isInside = x > box.left && x < box.right && y > box.top && y < box.bottom
      expect(isInside).toBe(graph.module[node] === 0)
    }
  })

  test('every hull lies in the picture, which begins at its corner', () => {
    const { hulls, width, height } = sceneWith(opened(NEURON, 'σ'), direction)
    const { left, top, right, bottom } = bounds(hulls.map(({ box }) => box))
    expect(Math.min(left, top)).toBeGreaterThanOrEqual(-1e-6)
    expect(right).toBeLessThanOrEqual(width + 1e-6)
    expect(bottom).toBeLessThanOrEqual(height + 1e-6)
  })

  test('where another node stands in between, each node has its own area', () => {
    const graph = graphOf('x = [1, 2]\nW = [[1, 2], [3, 4]]\nb = [1, 1]\nf = sum(tanh(W @ x + b))', {
      open: new Set(),
      unrolled: true,
    })
    const { hulls } = sceneWith(graph, direction)
    for (const { areas, ways } of hulls.filter((hull) => hull.ways)) {
      expect(areas.split('M').length - 1).toBeGreaterThan(1)
      expect(ways).toMatch(/^M/)
    }
  })

  test('a group within a group lies in it, and comes after it', () => {
    const source = 'g(a) = tanh(a) + 1\nh(a) = g(a)*2\nx = 1\nf = h(x)'
    const { hulls } = sceneWith(graphOf(source), direction)
    const [outer, inner] = hulls
    expect(hulls.map(({ name, depth }) => [name, depth])).toEqual([
      ['h', 0],
      ['g', 1],
    ])
    expect(bounds([outer.box, inner.box])).toEqual(outer.box)
  })
})
