import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile, jacobian, primal } from '../../../../core.ts'
import { layersOf } from '../../../../methods/linear/layers.ts'
import { type Between, betweenEntries } from '../../../kit/derivative/entries.ts'
import { beginProduct, firstLayers, multiply, nextIn, type Product, waysOf } from './factors.ts'
import { formulasOf } from './formulas.ts'

const BOOK = 'x1 = 1.5\nx2 = 0.5\ny = (sin(x1/x2) + x1/x2 - exp(x2))*(x1/x2 - exp(x2))'
const NETWORK = 'data x = [0.5, -1]\nparam W = [[0.1, 0.2], [0.4, -0.5], [0.3, 0.7]]\nf = sum(tanh(W @ x))'

function layersIn(source: string) {
  const { graph } = compile(source, { open: new Set() })
  if (!graph) throw new Error(source)
  const pass = primal(graph)
  const between = betweenEntries(pass) as Between
  const layers = layersOf(between.linear)
  if (!layers) throw new Error(source)
  return { pass, between, layers }
}

test('whatever dots are pressed, the product is the Jacobian', () => {
  const { pass, layers } = layersIn(BOOK)
  const expected = Object.values(jacobian(pass, 'forward').y) as number[]
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: layers.length - 1, maxLength: layers.length - 1 }), (choices) => {
      const product = choices.reduce(
        (at: Product, choice) => multiply(at, choice % (at.factors.length - 1)),
        beginProduct(layers),
      )
      for (const [i, x] of expected.entries()) expect(product.factors[0].matrix.numbers[i]).toBeCloseTo(x, 12)
    }),
    { numRuns: 50, seed: 1 },
  )
})

test('each way is followed product by product, and costs what it says', () => {
  for (const source of [BOOK, NETWORK]) {
    const { layers } = layersIn(source)
    const ways = waysOf(layers)
    for (const { products, multiplications } of ways) {
      let product = beginProduct(layers)
      for (let next = nextIn(products, product); next !== null; next = nextIn(products, product))
        product = multiply(product, next)
      expect(product.factors).toHaveLength(1)
      expect(product.multiplications).toBe(multiplications)
    }
    expect(ways[2].multiplications).toBeLessThanOrEqual(Math.min(ways[0].multiplications, ways[1].multiplications))
  }
})

test('a product that has gone another way has no next step', () => {
  const { layers } = layersIn(BOOK)
  const [fromTheRight] = waysOf(layers)
  expect(nextIn(fromTheRight.products, multiply(beginProduct(layers), 0))).toBeNull()
})

test('the Jacobian by one input alone has its columns alone', () => {
  const { between } = layersIn(NETWORK)
  const cut = firstLayers(between, { input: 'x', output: null })
  expect(cut?.layers[0].from).toHaveLength(2)
  expect(cut?.scope).toEqual({ input: 'x', output: null })
})

test('the chain rule is written five ways with the names of the program', () => {
  const { between, layers } = layersIn('x1 = 2\nx2 = 3\nf = sin(x1) + x1*x2')
  const formulas = formulasOf(between, layers)
  expect(formulas.map(({ view }) => view)).toEqual([
    'Composite',
    'Scalar, along one path',
    'Vector',
    'Jacobian',
    'Cascaded',
  ])
  expect(formulas[2].speech).toBe('df by dx1 is df by dv1 times dv1 by dx1 plus df by dv2 times dv2 by dx1')
})

test('a program without an output has no formulas', () => {
  const { graph } = compile('x = 2')
  const between = graph && (betweenEntries(primal(graph)) as Between)
  const layers = between && layersOf(between.linear)
  expect(between && layers && formulasOf(between, layers)).toEqual([])
})
