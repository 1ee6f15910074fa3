import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile, jacobian, primal } from '../../../../core.ts'
import { countPaths, listPaths, sumOverPaths } from '../../../../methods/linear/paths.ts'
import { entriesOf } from '../../../../notation/numbers.ts'
import { countText } from '../../../kit/derivative/counts.ts'
import { type Between, betweenEntries } from '../../../kit/derivative/entries.ts'
import { diamonds, diamondsIn } from './diamonds.ts'
import { factoredSum } from './factored.ts'
import { shortened } from './shortened.ts'
import { betweenArrays, productAlong, sumOfMatrices } from './wholePaths.ts'

function passOf(source: string) {
  const { graph } = compile(source, { open: new Set() })
  if (!graph) throw new Error(source)
  return primal(graph)
}

const NETWORK =
  'data x = [0.5, -1]\nparam W = [[0.1, 0.2], [0.4, -0.5], [0.3, 0.7]]\nh = tanh(W @ x)\nf = sum(h*h) + max(h[0], x[1])'

test('each diamond doubles the paths, and a chain is recognised by its text', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), (count) => {
      const { linear, shown } = betweenEntries(passOf(diamonds(count))) as Between
      expect(countPaths(linear, shown.inputs[0].node, shown.outputs[0].node).paths).toBe(2n ** BigInt(count))
      expect(diamondsIn(diamonds(count))).toBe(count)
    }),
    { numRuns: 20, seed: 1 },
  )
  expect(diamondsIn('x = 1\nf = x')).toBe(0)
})

test('2 to the 100 is written out in groups of three', () => {
  expect(countText(2n ** 100n)).toBe('1,267,650,600,228,229,401,496,703,205,376')
  expect(countText(10n ** 1000n)).toBe('10¹⁰⁰⁰ or more')
  expect(countText(999n)).toBe('999')
})

test('between entries of arrays, the sum over paths and the factored sum are the Jacobian of the engine', () => {
  const pass = passOf(NETWORK)
  const { linear, shown } = betweenEntries(pass) as Between
  const expected = jacobian(pass, 'forward').f
  for (const { name, node } of shown.inputs)
    for (const [entry, derivative] of entriesOf(expected[name]).entries()) {
      const [from, to] = [shown.offset[node] + entry, shown.offset[shown.outputs[0].node]]
      expect(sumOverPaths(listPaths(linear, from, to, 1000))).toBeCloseTo(derivative, 12)
      expect(factoredSum(linear, from, to).at(-1)?.number).toBeCloseTo(derivative, 12)
    }
})

test('between whole arrays, products of Jacobians along the paths add up to the Jacobian', () => {
  const pass = passOf(NETWORK)
  const between = betweenEntries(pass) as Between
  const { inputs, outputs } = pass.graph
  for (const { name, node } of inputs) {
    const paths = listPaths(betweenArrays(pass), node, outputs[0].node, 100)
    const sum = sumOfMatrices(paths.map((path) => productAlong(between, path, node)))
    const expected = entriesOf(jacobian(pass, 'reverse').f[name])
    expect([...sum.numbers].map((x) => x.toFixed(12))).toEqual(expected.map((x) => x.toFixed(12)))
  }
})

test('closed modules of arrays have local Jacobians too', () => {
  const pass = passOf('x = [1, 2]\ng(a) = exp(a)*a[0]\nf = sum(g(x))')
  const { linear, shown } = betweenEntries(pass) as Between
  const [from, to] = [shown.offset[shown.inputs[0].node], shown.offset[shown.outputs[0].node]]
  expect(sumOverPaths(listPaths(linear, from, to, 100))).toBeCloseTo(entriesOf(jacobian(pass, 'forward').f.x)[0], 12)
})

test('a long path is written by its ends, with what is left out counted', () => {
  const items = Array.from({ length: 12 }, (_, i) => i)
  expect(shortened(items, ' ', String)).toBe('0 1 2 … 6 more … 9 10 11')
})
