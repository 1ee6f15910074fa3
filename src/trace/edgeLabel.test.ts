import { describe, expect, test } from 'vitest'
import { graphOf } from '../../verification/fixtures/compiled.ts'
import { primal } from '../core.ts'
import { edgeLabel } from '../notation/partials.ts'

/** What stands on each edge, at the point that the program sets. */
function labels(source: string, options = {}): string[] {
  const graph = graphOf(source, options)
  const { partials } = primal(graph)
  return [...graph.operand.keys()].map((edge) => edgeLabel(graph, edge, partials[graph.firstPartial[edge]]))
}

test('an edge shows its formula where it is short and plain, else the number', () => {
  expect(labels('x1 = 2\nx2 = 3\nf = sin(x1)*x2')).toEqual(['cos x₁', 'x₂', 'v₁'])
  expect(labels('x = 3\nf = x^2')[0]).toBe('2·x')
  expect(labels('x = 3\nf = relu(x)')).toEqual(['1'])
  expect(labels('x = 2\nf = gelu(x)')[0]).toMatch(/^1\.085/)
})

describe('what stands on an edge between arrays', () => {
  test.each([
    ['W = [[1, 2], [3, 4]]\nx = [1, 2]\nf = W @ x', ['x', 'W']],
    ['x = [1, 2]\nW = [[1, 2], [3, 4]]\nf = x @ W', ['Wᵀ', 'x']],
    ['u = [1, 2]\nf = sin(u)', ['diag(cos u)']],
    ['u = [1, 2]\nw = [3, 4]\nf = u - w', ['identity', '−identity']],
    ['X = [[1, 2], [3, 4]]\nb = [3, 4]\nf = X*b', ['diag(b)', 'broadcast']],
    ['u = [1, 2]\nf = relu(u)', ['diagonal']],
    ['u = [1, 2, 3]\nf = sum(u)', ['ones']],
    ['u = [1, 2, 3]\nf = mean(u)', ['1×3']],
    ['u = [1, 2, 3]\nf = u[0]', ['selection']],
    ['z = [1, 2]\nf = softmax(z)', ['2×2']],
  ])('%s', (source, expected) => expect(labels(source)).toEqual(expected))
  test('into a closed module: the symbol of the partial between arrays, the number between numbers', () => {
    expect(labels('g(a) = a*a\nx = [1, 2]\nf = g(x)', { open: new Set() })).toEqual(['∂f/∂x'])
    expect(labels('g(a) = a*a\nx = 3\nf = g(x)', { open: new Set() })).toEqual(['6'])
  })
})
