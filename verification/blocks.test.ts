import { describe, expect, test } from 'vitest'
import { sizeInNumbers } from '../src/graph/unroll/unrolling.ts'
import { layOutBlocks } from '../src/layout/blocks/index.ts'
import type { Direction } from '../src/layout/layout.ts'
import { blockSceneOf } from '../src/picture/blockScene.ts'
import { blockedOf, groupingOf } from '../src/picture/blocks.ts'
import { type Structure, structureOf } from '../src/picture/structure.ts'
import { graphOf } from './fixtures/compiled.ts'
import { exampleNamed } from './fixtures/programs.ts'

const MOONS = exampleNamed('A network for two moons')
const BATCH = MOONS.replace(/data X = .*/, 'data X = zeros(32, 2)').replace(/data Y = .*/, 'data Y = zeros(32, 2)')

const unrolledGraph = (source: string) => graphOf(source, { unrolled: true })

function sceneOf(structure: Structure, direction: Direction) {
  const grouping = groupingOf(structure.graph)
  if (!grouping) throw new Error('Too few nodes for blocks')
  const style = { density: 'full', direction, marks: ['reverse'] } as const
  const blocked = blockedOf(structure, grouping, style)
  return blockSceneOf(structure, style, grouping, layOutBlocks(blocked, { direction, ratio: 1, arrowhead: 5 }))
}

describe('a network of 2-16-16-2 with a batch of 32, written out', () => {
  const graph = unrolledGraph(BATCH)
  const scene = sceneOf(structureOf(graph), 'right')

  test('is as many nodes as was said before', () => {
    expect(graph.size).toBeGreaterThan(20_000)
    expect(sizeInNumbers(graphOf(BATCH))).toBeGreaterThanOrEqual(graph.size)
  })

  test('is drawn by its modules: each array and each operation on arrays is a block with its shape', () => {
    const titles = scene.hulls.map(({ name, shape }) => [name, ...(shape ?? [])].join(' '))
    for (const title of ['X 32 2', 'W2 16 16', 'b3 2', '@ 32 16', 'relu 32 16', '@ 32 2', 'dense', 'crossentropy'])
      expect(titles).toContain(title)
  })

  test('has every node in its block', () => {
    const { of, areas } = scene.blocks ?? { of: [], areas: [] }
    for (const [node, { x, y }] of scene.centres.entries()) {
      const { left, top, right, bottom } = areas[of[node]]
      expect(x > left && x < right && y > top && y < bottom).toBe(true)
    }
  })

  test('lies in the picture with all its hulls', () => {
    for (const { box } of scene.hulls) {
      expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(-1e-6)
      expect(box.right).toBeLessThanOrEqual(scene.width + 1e-6)
      expect(box.bottom).toBeLessThanOrEqual(scene.height + 1e-6)
    }
  })

  test('writes the entries of a product in the rows and columns of the array', () => {
    const product = graph.modules.findIndex(({ name, shape }) => name === '@' && shape?.[1] === 16)
    const { cell, cells } = scene.blocks ?? { cell: [], cells: [] }
    const first = cell[graph.module.indexOf(product)]
    const [entry, beside, below] = [0, 1, 16].map((k) => cells[first + k])
    expect(beside.top).toBeCloseTo(entry.top)
    expect(beside.left).toBeGreaterThan(entry.right)
    expect(below.left).toBeCloseTo(entry.left)
    expect(below.top).toBeGreaterThan(entry.bottom)
  })
})

describe('blocks', () => {
  test('are for graphs that are too large to be laid out as one', () => {
    expect(groupingOf(unrolledGraph(exampleNamed('A network for XOR')))).toBeNull()
    expect(groupingOf(graphOf(BATCH))).toBeNull()
  })

  test('are no help where most nodes stand in no module', () => {
    const lines = Array.from({ length: 900 }, (_, k) => `y${k + 1} = sin(y${k})`)
    expect(groupingOf(unrolledGraph(['y0 = 1', ...lines].join('\n')))).toBeNull()
  })

  test('gather the constants that one of them reads', () => {
    const graph = unrolledGraph('x = zeros(30, 30)\nf = sum(x * randn([30, 30], 2))')
    const { modules, module } = groupingOf(graph) ?? { modules: [], module: [] }
    expect(new Set(module.map((own) => modules[own].name))).toEqual(new Set(['x', 'constants', '×', 'Σ']))
  })

  test.each(['right', 'up'] as const)(
    'leave a number that stands alone to itself, where the flow goes %s',
    (direction) => {
      const structure = structureOf(unrolledGraph('x = zeros(20, 20)\nw = 2\nf = mean(tanh(x*w))'))
      const { blocks } = sceneOf(structure, direction)
      const names = blocks?.alone.map((node) => structure.figures[node].name)
      expect(names).toContain('w')
    },
  )
})
