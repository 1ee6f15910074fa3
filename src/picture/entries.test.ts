import { expect, test } from 'vitest'
import { primalOf } from '../../verification/fixtures/compiled.ts'
import { isEntries, readingAt, readingOf, sameReading } from './entries.ts'

test('a number is read as a number, an array as its entries', () => {
  const { graph, values } = primalOf('W = [[1, 2], [3, 4]]\nf = sum(W)')
  const [W, f] = [graph.inputs[0].node, graph.outputs[0].node]
  expect(readingAt(graph, f, values)).toBe(10)
  const reading = readingAt(graph, W, values)
  expect(isEntries(reading) && [...(reading.numbers as Float64Array)]).toEqual([1, 2, 3, 4])
})

test('readings are the same where all entries are, present or absent', () => {
  expect(sameReading(readingOf([[1, Number.NaN]]), readingOf([[1, Number.NaN]]))).toBe(true)
  expect(sameReading(readingOf([1, 0]), readingOf([1, -0]))).toBe(false)
  expect(sameReading({ numbers: [0], present: [0] }, { numbers: [0], present: [1] })).toBe(false)
  expect(sameReading(readingOf(1), readingOf([1]))).toBe(false)
  expect(sameReading('absent', null)).toBe(false)
})
