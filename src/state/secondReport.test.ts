import { expect, test } from 'vitest'
import { primalOf } from '../../verification/fixtures/compiled.ts'
import { hessianReport, secondReport } from './secondReport.ts'

test('a Hessian-vector product is what gradients differ by, whatever the length of the direction', () => {
  const point = primalOf('x = 1.5\ny = 0.5\nf = exp(x*y) + sin(x)/y')
  for (const length of [1, 1e-3, 1e4])
    expect(secondReport(point, { weights: { f: 1 }, direction: { x: length, y: -length } }).error).toBeLessThan(1e-6)
})

test('arrays too', () => {
  const point = primalOf('W = [[1, 2], [3, 4]]\nx = [0.5, -0.25]\nf = sum(tanh(W @ x))')
  expect(secondReport(point, { weights: { f: 1 }, direction: { x: [1, 2] } }).error).toBeLessThan(1e-6)
})

test('along no direction nothing moves', () => {
  const { product, error } = secondReport(primalOf('x = 2\nf = x^3'), { weights: { f: 1 }, direction: {} })
  expect([product.x, error]).toEqual([0, 0])
})

test('Rosenbrock’s Hessian is symmetric and known', () => {
  const { rows, asymmetry } = hessianReport(primalOf('x = 1\ny = 1\nf = (1 - x)^2 + 100*(y - x^2)^2'), { f: 1 })
  expect(rows.map((row) => [...row])).toEqual([
    [802, -400],
    [-400, 200],
  ])
  expect(asymmetry).toBe(0)
})
