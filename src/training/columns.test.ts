import { describe, expect, it } from 'vitest'
import { builtIn, compiling } from '../../verification/fixtures/training.ts'
import { bind, isProblem } from './binding.ts'
import { columnNames } from './columns.ts'

const named = (inputs: string, name: string): string[] => {
  const { graph } = compiling(`${inputs}\nparam w = 1\nloss = w^2`)({})
  const binding = graph && bind(graph, builtIn(name))
  return binding && !isProblem(binding) ? columnNames(binding, builtIn(name)) : []
}

const places = (rows: number, columns: number): string[] =>
  Array.from({ length: rows * columns }, (_, i) => `${Math.floor(i / columns)}, ${i % columns}`)

describe('features and target go by the program’s own names', () => {
  it.each([
    ['data u = zeros(8)\ndata v = zeros(8)', 'line', ['u', 'v']],
    ['data u = zeros(8, 1)\ndata v = zeros(8)', 'line', ['u', 'v']],
    ['data P = zeros(8, 2)\ndata t = zeros(8)', 'xor', ['P[:, 0]', 'P[:, 1]', 't']],
    ['data p = [0, 0]\ndata t = 0', 'xor', ['p[0]', 'p[1]', 't']],
    ['data a = 0\ndata b = 0\ndata t = 0', 'xor', ['a', 'b', 't']],
    ['data S = zeros(5, 4)\ndata t = 0', 'look-up', [...places(5, 4).map((at) => `S[${at}]`), 't']],
    ['data S = zeros(8, 5, 4)\ndata t = zeros(8)', 'look-up', [...places(5, 4).map((at) => `S[:, ${at}]`), 't']],
  ])('%j on %s: %j', (inputs, name, expected) => {
    expect(named(inputs, name)).toEqual(expected)
  })
})
