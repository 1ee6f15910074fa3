import { describe, expect, it } from 'vitest'
import { builtIn, compiling, digits } from '../../verification/fixtures/training.ts'
import type { Graph } from '../graph/graph.ts'
import { type Binding, bind, encode, type Problem } from './binding.ts'
import type { DataSet } from './dataSet.ts'

const bound = (inputs: string, dataSet: DataSet): Binding | Problem => {
  const { graph, diagnostics } = compiling(`${inputs}\nparam w = 1\nloss = w^2`)({})
  if (!graph) throw new Error(diagnostics[0].message)
  return bind(graph, dataSet)
}

const placed = (inputs: string, dataSet: DataSet): string => {
  const result = bound(inputs, dataSet)
  if ('problem' in result) return result.problem
  const parts = result.placements.map(({ input, takes, shape }) => {
    const what = typeof takes === 'object' ? `feature ${takes.feature}` : takes
    return `${input}: ${what} [${shape}]`
  })
  return `${parts.join(', ')}${result.perSample ? ', per sample' : ''}${result.labels ? `, ${result.labels}` : ''}`
}

describe('a program for mini-batches', () => {
  it.each([
    ['data X = zeros(8, 2)\ndata y = zeros(8)', 'xor', 'X: features [2], y: target [], 0/1'],
    ['data X = zeros(8, 2)\ndata y = zeros(8, 1)', 'xor', 'X: features [2], y: target [1], 0/1'],
    ['data X = zeros(8, 2)\ndata Y = zeros(8, 2)', 'xor', 'X: features [2], Y: one-hot [2]'],
    ['data Y = zeros(8, 3)\ndata X = zeros(8, 2)', 'three blobs', 'X: features [2], Y: one-hot [3]'],
    ['data X = zeros(2, 2)\ndata y = [0, 1]', 'xor', 'X: features [2], y: target [], 0/1'],
    ['data X = zeros(3, 2)\ndata y = [1, -1, 1]', 'two moons', 'X: features [2], y: target [], ±1'],
    ['data x = zeros(8)\ndata y = zeros(8)', 'line', 'x: features [], y: target []'],
    ['data x = zeros(8, 1)\ndata y = -ones(8, 1)', 'line', 'x: features [1], y: target [1]'],
    ['data l = 0.1\ndata X = zeros(8, 2)\ndata y = zeros(8)', 'xor', 'X: features [2], y: target [], 0/1'],
  ])('%j on %s gets %s', (inputs, name, expected) => {
    expect(placed(inputs, builtIn(name))).toBe(expected)
  })
})

describe('a program that says by what it computes which input is which', () => {
  const SCORES = `data X = randn([8, 3], 5)
data t = zeros(8, 2)
param W = zeros(3, 2)
loss = mean((X @ W - t)^2)`

  it('is not given the labels for its points, though the shapes would fit so', () => {
    const binding = bind(compiling(SCORES)({}).graph as Graph, builtIn('three blobs'))
    expect(binding).toMatchObject({ problem: expect.stringContaining('write data y = zeros(8, 3)') })
  })

  it('gets what it takes, in whatever order it declares them', () => {
    const turned = SCORES.split('\n')
    const source = [turned[1].replace('2)', '3)'), turned[0].replace('3]', '2]'), ...turned.slice(2)].join('\n')
    const binding = bind(
      compiling(source.replace('zeros(3, 2)', 'zeros(2, 3)'))({}).graph as Graph,
      builtIn('three blobs'),
    )
    expect(binding).toMatchObject({ placements: [{ input: 'X' }, { input: 't' }] })
  })
})

describe('a program for one sample', () => {
  it.each([
    [
      'data x1 = 0\ndata x2 = 0\ndata t = -1',
      'xor',
      'x1: feature 0 [], x2: feature 1 [], t: target [], per sample, ±1',
    ],
    ['data x = 0\ndata y = 0', 'line', 'x: feature 0 [], y: target [], per sample'],
    ['data x = [0, 0]\ndata y = 0', 'xor', 'x: features [2], y: target [], per sample, 0/1'],
    ['data x = [0, 0]\ndata t = [0, 0, 0]', 'three blobs', 'x: features [2], t: one-hot [3], per sample'],
    ['data x = [0]\ndata y = 0', 'line', 'x: features [1], y: target [], per sample'],
  ])('%j on %s gets %s', (inputs, name, expected) => {
    expect(placed(inputs, builtIn(name))).toBe(expected)
  })
})

describe('samples that are matrices', () => {
  it.each([
    ['data X = zeros(32, 64)\ndata Y = zeros(32, 10)', 'X: features [64], Y: one-hot [10]'],
    ['data x = zeros(64)\ndata y = zeros(10)', 'x: features [64], y: one-hot [10], per sample'],
    ['data x = zeros(8, 8)\ndata y = zeros(10)', 'x: features [8,8], y: one-hot [10], per sample'],
    ['data X = zeros(32, 8, 8)\ndata Y = zeros(32, 10)', 'X: features [8,8], Y: one-hot [10]'],
  ])('fill %j: %s', (inputs, expected) => {
    expect(placed(inputs, digits)).toBe(expected)
  })

  it('fill no matrix of other lengths, though its entries are as many: it would mix up their rows', () => {
    expect(placed('data x = zeros(4, 16)\ndata y = zeros(10)', digits)).toBe(
      'The data set has 64 features and 10 classes. No data input takes its features: write data X = zeros(8, 64) or, for one sample, data x = zeros(8, 8).',
    )
    expect(placed('data X = zeros(4, 5)\ndata y = 0', builtIn('look-up'))).toContain('data x = zeros(5, 4).')
  })

  it('that are no matrices fill none', () => {
    expect(placed('data x = zeros(2, 1)\ndata y = 0', builtIn('xor'))).toContain('No data input takes its features')
  })
})

describe('where nothing fits', () => {
  it.each([
    [
      'x = 1',
      'xor',
      'The data set has 2 features and 2 classes. No input is marked as data: write data X = zeros(8, 2) and data y = zeros(8).',
    ],
    [
      'data X = zeros(4, 3)\ndata y = zeros(4)',
      'xor',
      'The data set has 2 features and 2 classes. No data input takes its features: write data X = zeros(8, 2).',
    ],
    [
      'data X = zeros(4, 2)\ndata y = zeros(4)',
      'three blobs',
      'The data set has 2 features and 3 classes. No data input takes its targets: write data y = zeros(4, 3).',
    ],
    [
      'data X = zeros(4, 1)\ndata y = zeros(5)',
      'line',
      'The data set has 1 feature and a number to predict. No data input takes its targets: write data y = zeros(4).',
    ],
    [
      'data x = [1, 2]\ndata X = [[[1]]]',
      'xor',
      'The data set has 2 features and 2 classes. No data input takes its targets: write data y = 0.',
    ],
    [
      'data x1 = 0\ndata t = 0',
      'xor',
      'The data set has 2 features and 2 classes. The program has 2 data inputs that are numbers: write one for each feature and one for the target, or data X = zeros(8, 2).',
    ],
    [
      'data x1 = 0\ndata x2 = 0\ndata t = 0',
      'three blobs',
      'The data set has 2 features and 3 classes. One number cannot tell them apart: write data y = zeros(8, 3).',
    ],
  ])('%j on %s: %s', (inputs, name, problem) => {
    expect(bound(inputs, builtIn(name))).toEqual({ problem })
  })
})

describe('samples as entries', () => {
  const dataSet = builtIn('xor')

  it.each([
    ['features', [2], null, [0, 0, 0, 1, 1, 0, 1, 1]],
    [{ feature: 1 }, [], null, [0, 1, 0, 1]],
    ['target', [], '0/1', [0, 1, 1, 0]],
    ['target', [1], '±1', [-1, 1, 1, -1]],
    ['one-hot', [2], null, [1, 0, 0, 1, 0, 1, 1, 0]],
  ] as const)('%j', (takes, shape, labels, entries) => {
    expect([...encode({ input: 'x', takes, shape }, labels, dataSet)]).toEqual(entries)
  })
})
