import fc from 'fast-check'
import { expect, it } from 'vitest'
import { graphOf } from '../../../verification/fixtures/compiled.ts'
import { jacobian } from '../../autodiff/jacobian.ts'
import { primal } from '../../autodiff/primal.ts'
import { cheapest, fromTheLeft, fromTheRight } from './bracketing.ts'
import { type Layer, layersOf } from './layers.ts'
import { linearised } from './linearised.ts'
import {
  beginProduct,
  costIn,
  multiply,
  nextIn,
  type Product,
  possibleProducts,
  productsIn,
  restOf,
} from './product.ts'

const BOOK = 'x1 = 1.5\nx2 = 0.5\ny = (sin(x1/x2) + x1/x2 - exp(x2))*(x1/x2 - exp(x2))'
const NETWORK = 'data x = [0.5, -1]\nparam W = [[0.1, 0.2], [0.4, -0.5], [0.3, 0.7]]\nf = sum(tanh(W @ x))'

const matricesIn = (source: string) =>
  (layersOf(linearised(primal(graphOf(source)))) as Layer[]).map(({ matrix }) => matrix)

it('is the Jacobian, whatever is multiplied first', () => {
  const matrices = matricesIn(BOOK)
  const expected = Object.values(jacobian(primal(graphOf(BOOK)), 'forward').y) as number[]
  const places = fc.array(fc.nat(), { minLength: matrices.length - 1, maxLength: matrices.length - 1 })
  fc.assert(
    fc.property(places, (choices) => {
      const product = choices.reduce(
        (at: Product, choice) => multiply(at, choice % (at.factors.length - 1)),
        beginProduct(matrices),
      )
      for (const [i, x] of expected.entries()) expect(product.factors[0].matrix.numbers[i]).toBeCloseTo(x, 12)
    }),
    { numRuns: 50, seed: 1 },
  )
})

it('follows a bracketing product by product, and costs what its sizes say', () => {
  for (const source of [BOOK, NETWORK]) {
    const matrices = matricesIn(source)
    const count = matrices.length
    const costs = [fromTheRight(count), fromTheLeft(count), cheapest(matrices)].map((bracketing) => {
      const begun = beginProduct(matrices)
      const product = restOf(productsIn(bracketing), begun).reduce(multiply, begun)
      expect(product.factors).toHaveLength(1)
      expect(product.multiplications).toBe(costIn(matrices, bracketing))
      return product.multiplications
    })
    expect(costs[2]).toBeLessThanOrEqual(Math.min(costs[0], costs[1]))
  }
})

it('has no next step in a bracketing once it has gone another way', () => {
  const matrices = matricesIn(BOOK)
  const rightFirst = productsIn(fromTheRight(matrices.length))
  expect(nextIn(rightFirst, multiply(beginProduct(matrices), 0))).toBeNull()
})

it('goes as far as there are two factors at each place', () => {
  expect(possibleProducts(4, [2, 1, 0])).toBe(3)
  expect(possibleProducts(4, [2, 2, 0])).toBe(1)
})
