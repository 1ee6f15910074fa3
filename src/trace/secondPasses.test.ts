import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { frameAt, passesOf, somePrograms, told } from '../../verification/fixtures/passes.ts'
import { LECTURE } from '../../verification/fixtures/programs.ts'
import type { Numbers } from '../core.ts'
import { TEXT } from '../notation/media.ts'
import { entriesOf } from '../notation/numbers.ts'
import { isSettled } from './frame.ts'
import { narrate } from './narration/index.ts'
import type { SecondTerm } from './pass.ts'
import { formulaSecond } from './secondEquations.ts'
import { secondPasses } from './secondPasses.ts'
import { termsAt } from './terms.ts'

const secondOf = (source: string, direction: Numbers, output = 0) => {
  const { primal } = passesOf(source, 'forward')
  return secondPasses(primal, direction, output)
}
const along = secondOf(LECTURE, { x1: 1 })
const last = along.get(3)

describe('a Hessian-vector product', () => {
  test('is four passes over the same nodes: values, tangents, adjoints and adjoint tangents', () => {
    const steps = [0, 1, 2, 3].map((index) => [...along.get(index).steps])
    expect(steps).toEqual(
      [
        [0, 1, 2, 3, 4],
        [0, 2, 3, 4],
        [4, 2, 3, 1, 0],
        [1, 0],
      ].map((nodes) => expect.arrayContaining(nodes)),
    )
    expect(steps.map(({ length }) => length)).toEqual([5, 4, 5, 2])
    expect([...along.get(2).steps][0]).toBe(4)
  })

  test('ends at the inputs with −sin x1 along x1, and the mixed second partial 1', () => {
    const [x1, x2] = last.primal.graph.inputs.map(({ node }) => last.numbers[node])
    expect(x1).toBeCloseTo(-Math.sin(2), 14)
    expect(x2).toBe(1)
  })

  test('seeds nothing in its last pass, and is settled where no adjoint moves once that is over', () => {
    const end = frameAt(last, last.steps.length)
    for (let node = 0; node < last.primal.graph.size; node++) expect(isSettled(end, node)).toBe(true)
    expect(narrate(frameAt(last, 0)).sentence).toMatch(/what each adjoint changes by along v/)
  })

  test('says where the function is linear', () => {
    const flat = secondOf('x = 2\nf = 3*x', { x: 1 }).get(3)
    expect(flat.steps).toHaveLength(0)
    expect(narrate(frameAt(flat, 0)).sentence).toMatch(/linear/)
  })
})

test('the terms of a step add up to v̄̇ as the engine adds them, between numbers, arrays and modules', () => {
  const programs = fc.oneof(
    somePrograms,
    fc.constantFrom(
      'W = [[1, 2], [3, 4]]\nx = [0.5, -0.25]\nf = sum(tanh(W @ x)*x)',
      'x = [1, -2, 3]\np = softmax(x)\nf = dot(p, x)*x[0]',
      'g(a, b) = a*b + sin(a)\nx = 1.5\ny = 2\nf = g(x, y)*g(y, x) + g(x, x)',
      'x = [[1, 2], [0.5, -1]]\nW = [[1, 0.5], [2, -1]]\nb = [0.5, 1]\nf = mse(dense(x, W, b), x)',
      'x = [2, 3, 4]\nf = prod(x)^2',
    ),
  )
  fc.assert(
    fc.property(programs, (source) => {
      const { graph } = passesOf(source, 'forward').primal
      const ones = Object.fromEntries(graph.inputs.map(({ name, node }) => [name, filled(source, node)]))
      const pass = secondOf(source, ones).get(3)
      for (const node of pass.steps) {
        const terms = termsAt(pass, node)
        const sum = entriesOf(terms.at(-1)?.sum ?? 0)
        expect([...sum]).toEqual([...pass.numbers.subarray(graph.offset[node], graph.offset[node + 1])])
        expect(terms.every((term) => (term as SecondTerm).moved || (term as SecondTerm).bent)).toBe(true)
      }
    }),
    { seed: 4, numRuns: 100 },
  )
}, 60_000)

/** A direction that moves every entry of the input. */
function filled(source: string, node: number) {
  const { graph } = passesOf(source, 'forward').primal
  const count = graph.offset[node + 1] - graph.offset[node]
  const shape = graph.shapes[graph.shape[node]]
  const numbers = Array.from({ length: count }, (_, i) => 1 + i / 2)
  if (shape.length === 0) return 1
  return shape.length === 1
    ? numbers
    : Array.from({ length: shape[0] }, (_, row) => numbers.slice(row * shape[1], (row + 1) * shape[1]))
}

describe('a step of the adjoint tangents', () => {
  test('says whether local partials move, adjoints, or both', () => {
    expect(told(last, 'x1').sentence).toBe(
      'The adjoint of x₁ changes along v because the local partial to v₁ does (v̄·ṗ): −0.9093, the entry of H·v at x₁.',
    )
    expect(told(secondOf('x = 2\nf = exp(sin(x))', { x: 1 }).get(3), 'x').sentence).toMatch(
      /because the adjoint of v₁ does \(v̄̇·p\), and the local partial to v₁ too \(v̄·ṗ\)/,
    )
    expect(told(secondOf('x = 2\nu = 3*x\nf = u*u', { x: 1 }).get(3), 'x').sentence).toMatch(
      /while the local partials stay/,
    )
  })

  test('is written from the rule to the number', () => {
    const { maths } = told(last, 'x1')
    expect(maths?.rule.latex).toContain('\\dot{\\bar{x}}_{1}')
    expect(maths?.formula?.latex).toContain('\\cos')
    expect(maths?.numbers?.latex).toContain('-0.9093')
    expect(maths?.sum?.speech).toMatch(/^x1 bar dot equals/)
    expect(told(last, 'x1').speech).toBe(
      'The adjoint of x1 changes along v because the local partial to v1 does: minus 0.9093, the entry of H·v at x1.',
    )
    expect(formulaSecond({ pass: last, node: 0, terms: last.second?.termsAt(0) ?? [] }, TEXT)).toBe('x̄̇₁ = v̄₁·(cos(x₁))̇')
  })
})
