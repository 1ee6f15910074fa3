import fc from 'fast-check'
import { expect, test } from 'vitest'
import { passesOf, somePrograms } from './fixtures.ts'
import { movedNodes, secondNumbers, secondOrder, secondSentence, secondSum, secondTerms } from './secondOrder.ts'

const pointOf = (source: string) => passesOf(source, 'forward').primal
const LECTURE = pointOf('x1 = 2\nx2 = 3\nf = sin(x1) + x1*x2')
const along = secondOrder(LECTURE, { f: 1 }, { x1: 1 })

test('the lecture’s example bends by −sin x1 along x1, and its mixed second partial is 1', () => {
  expect(along.product.x1).toBeCloseTo(-Math.sin(2), 14)
  expect(along.product.x2).toBe(1)
})

test('only nodes whose adjoint moves have a step, from the outputs back', () => {
  expect(movedNodes(LECTURE.graph, along.adjointTangents)).toEqual([1, 0])
})

test('what a step adds up is v̄̇·p + v̄·ṗ over consumer edges, on random programs', () => {
  fc.assert(
    fc.property(somePrograms, (source) => {
      const point = pointOf(source)
      const { inputs, outputs } = point.graph
      const ones = (ends: readonly { name: string }[]) => Object.fromEntries(ends.map(({ name }) => [name, 1]))
      const second = secondOrder(point, ones(outputs), ones(inputs))
      for (const node of movedNodes(point.graph, second.adjointTangents)) {
        const sum = (secondTerms(point, second, node) ?? []).reduce((all, term) => all + secondSum(term), 0)
        const expected = second.adjointTangents.numbers[node]
        if (Number.isFinite(expected) && Math.abs(expected) < 1e9)
          expect(Math.abs(sum - expected)).toBeLessThan(1e-9 * Math.max(1, Math.abs(expected)))
        expect(secondSentence(point, second, node).text).toMatch(/^The adjoint of .*\.$/)
      }
    }),
    { numRuns: 100 },
  )
}, 30_000)

test('a step says whether partials move, adjoints, or both', () => {
  expect(secondSentence(LECTURE, along, 0).text).toMatch(/because the local partials do: v̄·ṗ from v₁\./)
  const chain = pointOf('x = 2\nf = exp(sin(x))')
  const second = secondOrder(chain, { f: 1 }, { x: 1 })
  expect(secondSentence(chain, second, 0).text).toMatch(/v̄̇·p \+ v̄·ṗ from v₁\./)
  const terms = secondTerms(chain, second, 0) ?? []
  expect(terms.map(secondNumbers)).toHaveLength(1)
})

test('between arrays the terms are not told one by one', () => {
  const point = pointOf('x = [1, 2]\nf = sum(x*x)')
  const second = secondOrder(point, { f: 1 }, { x: [1, 0] })
  expect(second.product.x).toEqual([2, 0])
  expect(secondTerms(point, second, 0)).toBeNull()
})
