import { describe, expect, it } from 'vitest'
import { closedOf, primalOf, unrolledOf } from '../../../verification/fixtures/compiled.ts'
import { ARRAYS, LECTURE, MLP } from '../../../verification/fixtures/programs.ts'
import { shapeAt } from '../../graph/nodes.ts'
import { nested, type Value } from '../../primitives/value.ts'
import { adjoint } from '../adjoint.ts'
import type { Numbers, Primal } from '../pass.ts'
import { primal, primalFrom } from '../primal.ts'
import { passCount, seedAt, unitSeed } from '../seeds.ts'
import { hessian, hessianVector } from './hessian.ts'

/** A value of a shape from numbers that repeat. */
const filled = (pass: Primal, node: number, of: (i: number) => number): Value => {
  const shape = shapeAt(pass.graph, node)
  return nested(
    shape,
    Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => of(i)),
  )
}

const named = (pass: Primal, kind: 'inputs' | 'outputs', of: (i: number) => number): Numbers =>
  Object.fromEntries(pass.graph[kind].map(({ name, node }, i) => [name, filled(pass, node, (j) => of(i + 2 * j))]))

/** The gradient of the weighted outputs, where the inputs are moved along the direction. */
function gradientBeside(pass: Primal, weights: Numbers, direction: Numbers, step: number): Float64Array {
  const values = pass.values.slice()
  for (const { name, node } of pass.graph.inputs) {
    const moves = [direction[name]].flat(8) as number[]
    for (const [i, move] of moves.entries()) values[pass.graph.offset[node] + i] += step * move
  }
  return adjoint(primalFrom(pass.graph, values), weights).numbers
}

/** The Hessian-vector product by central differences of fourth order of the gradient. */
function byDifferences(pass: Primal, weights: Numbers, direction: Numbers, h = 1e-3): Float64Array {
  const [a, b, c, d] = [-2, -1, 1, 2].map((k) => gradientBeside(pass, weights, direction, k * h))
  return a.map((_, i) => (a[i] - d[i] + 8 * (c[i] - b[i])) / (12 * h))
}

function expectDifferences(pass: Primal): void {
  const weights = named(pass, 'outputs', (i) => 1 - 0.3 * i)
  const direction = named(pass, 'inputs', (i) => Math.cos(i) + 0.1)
  const { adjointTangents } = hessianVector(pass, weights, direction)
  const exact = byDifferences(pass, weights, direction)
  for (const { node, name } of pass.graph.inputs)
    for (let entry = pass.graph.offset[node]; entry < pass.graph.offset[node + 1]; entry++)
      expect([name, adjointTangents.numbers[entry] - exact[entry]]).toEqual([name, expect.closeTo(0, 6)])
}

describe('the lecture’s example', () => {
  const pass = primalOf(LECTURE)

  it('has the Hessian −sin x1, 1; 1, 0', () => {
    const { rows, entries } = hessian(pass, { f: 1 })
    expect(entries.map(({ name }) => name)).toEqual(['x1', 'x2'])
    expect(rows.map((row) => [...row])).toEqual([
      [-Math.sin(2), 1],
      [1, 0],
    ])
  })

  it('has four numbers at every node', () => {
    const { tangent, adjoint: bar, adjointTangents, product } = hessianVector(pass, { f: 1 }, { x1: 1 })
    expect(product).toEqual({ x1: -Math.sin(2), x2: 1 })
    expect([...tangent.numbers]).toEqual([1, 0, Math.cos(2), 3, Math.cos(2) + 3])
    expect([...bar.numbers]).toEqual([Math.cos(2) + 3, 2, 1, 1, 1])
    // v̄ of the sum's operands does not move; x1 gets v̄·(−sin x1)·ẋ1, and x2 v̄·ẋ1.
    expect([...adjointTangents.present]).toEqual([1, 1, 0, 0, 0])
  })
})

it.each(ARRAYS)('Hessian-vector products are differences of gradients: %s', (source) => {
  for (const pass of [primalOf(source), closedOf(source), unrolledOf(source)]) expectDifferences(pass)
})

it.each([
  MLP,
  'x = [0.5, 1.5, 2]\nf = prod(x)*norm(x) + mean(x*x*x) + logsumexp(x)',
  'x = [[1, 2, 3], [0.5, 2, 1]]\nf = sum(prod(x, axis=1)*prod(x[:, 0]))',
])('Hessians of arrays are symmetric, and those of their scalars: %s', (source) => {
  const pass = primalOf(source)
  const [{ name }] = pass.graph.outputs
  const { rows, entries } = hessian(pass, { [name]: 1 })
  const scalars = hessian(unrolledOf(source), { [name]: 1 })
  for (const [i, row] of rows.entries())
    for (const [j, second] of row.entries()) {
      expect([entries[i].name, entries[j].name, second - rows[j][i]]).toEqual([
        entries[i].name,
        entries[j].name,
        expect.closeTo(0, 10),
      ])
      expect(scalars.rows[i][j]).toBeCloseTo(second, 10)
    }
  expectDifferences(pass)
})

it('where nothing moves, nothing is present', () => {
  const pass = primalOf('x = 2\ny = 3\nf = relu(x) + max(y, x) + floor(x)*3 + where(x > 1, y, x)')
  const { adjointTangents } = hessianVector(pass, { f: 1 }, { x: 1, y: 1 })
  expect([...adjointTangents.numbers].every((number) => number === 0)).toBe(true)
  expect(passCount(pass.graph, 'forward')).toBe(2)
  expect(hessian(primal(pass.graph, { x: 3 }), unitSeed(pass.graph, seedAt(pass.graph, 'reverse', 0))).rows[0][0]).toBe(
    0,
  )
})

it('whole exponents have second partials at 0 and below', () => {
  const second = (source: string) => hessian(primalOf(source), { f: 1 }).rows[0][0]
  expect(second('x = 0\nf = x^2')).toBe(2)
  expect(second('x = -2\nf = x^3')).toBe(-12)
  expect(second('x = 0\nf = x^1')).toBe(0)
})
