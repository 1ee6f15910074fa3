import { expect, test } from 'vitest'
import { graphOf } from '../../verification/fixtures/compiled.ts'
import { derivativeSymbol, namesOfEntries } from './entryNames.ts'

test('entries of arrays are called by their indices, numbers as their nodes are, outputs by the first of their names', () => {
  const graph = graphOf('W1 = [[1, 2], [3, 4]]\ny = 2*W1\nf = sum(y)\noutput f\noutput g = f')
  const { nodeOf, symbolOf, nameOf, latexOf, outputAt } = namesOfEntries(graph)
  const [[input], [output]] = [graph.inputs, graph.outputs]
  const last = graph.offset[input.node] + 3
  expect(nodeOf(last)).toBe(input.node)
  expect([symbolOf(last), nameOf(last), latexOf(last), outputAt(last)]).toEqual([
    'W₁[1,1]',
    'W1[1,1]',
    'W_{1}[1,1]',
    undefined,
  ])
  expect(outputAt(graph.offset[output.node])).toBe('f')
})

test('a derivative is written with both its ends', () => {
  expect(derivativeSymbol('f', 'x1[0]')).toBe('∂f/∂x₁[0]')
})
