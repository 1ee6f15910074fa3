import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { closedGraphOf } from '../../verification/fixtures/compiled.ts'
import { adjoint } from './adjoint.ts'
import { Gradient } from './gradient.ts'
import { primalFrom } from './primal.ts'

class Refusing {
  constructor() {
    throw new Error('violates the Content Security Policy')
  }
}

const inputs = 'x = 1\ny = 2\nA = [[1, 2], [3, 4]]\n'

describe('the gradient at one point after another', () => {
  it.each([
    'f = sin(x) + x*y + sum(A)',
    'f = where(x > y, sqrt(x - y), y/x) + max(x, y, 1) + mean(max(A, axis=0))',
    'f = clamp(x, -1, y)^2 + min(x*y, sum(clip(A, -1, 1)))',
    'g(a, b) = max(a, b)*where(a > 0, log(a), b)\nf = g(x, y) + g(y, A[0, 1])',
    'h(M) = relu(M @ M) - softmax(M[0])\nf = sum(h(A*x)) + y*y',
  ])('is that of an adjoint pass taken afresh, to the last bit: %s', (program) => {
    const graph = closedGraphOf(inputs + program)
    const [{ name, node }] = graph.outputs
    const gradient = new Gradient(graph, node)
    const entries = graph.inputs.flatMap(({ node: at }) =>
      Array.from({ length: graph.offset[at + 1] - graph.offset[at] }, (_, i) => graph.offset[at] + i),
    )
    const point = fc.array(fc.double({ min: -3, max: 3 }), { minLength: entries.length, maxLength: entries.length })
    fc.assert(
      fc.property(point, (numbers) => {
        for (const [i, entry] of entries.entries()) gradient.values[entry] = numbers[i]
        const value = gradient.evaluate()
        gradient.pull()
        const pass = primalFrom(graph, gradient.values.slice())
        expect(value).toBe(pass.outputs[name])
        const adjoints = adjoint(pass, { [name]: 1 }).numbers
        for (const entry of entries) expect(gradient.adjoints[entry]).toBe(adjoints[entry])
        const onTape = gradient.onTape()
        expect(onTape.adjoints).toEqual(adjoints)
        expect(onTape.pass.partials).toEqual(pass.partials)
        expect(onTape.pass.live).toEqual(pass.live)
      }),
      { seed: 7, numRuns: 50 },
    )
  })

  /** A graph that nobody has evaluated. */
  const fresh = () => closedGraphOf(`${inputs}f = sin(x)*exp(y) + sum(A @ A)*x`)

  const courseOf = (patience: number) => {
    const graph = fresh()
    const gradient = new Gradient(graph, graph.outputs[0].node, patience)
    return Array.from({ length: 12 }, (_, i) => {
      gradient.values[graph.offset[graph.inputs[0].node]] = 1 + i / 7
      const value = gradient.evaluate()
      gradient.pull()
      return [
        value,
        ...graph.inputs.flatMap(({ node }) => [
          ...gradient.adjoints.subarray(graph.offset[node], graph.offset[node + 1]),
        ]),
      ]
    })
  }

  afterEach(() => {
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })

  it('takes few memories for many gradients', () => {
    const memories = vi.spyOn(WebAssembly, 'Memory')
    const graph = closedGraphOf('A = zeros(300, 400)\nf = sum(A^2)')
    const gradients = Array.from({ length: 20 }, () => new Gradient(graph, graph.outputs[0].node, 0))
    for (const gradient of gradients) gradient.evaluate()
    expect(memories.mock.calls.length).toBeLessThan(6)
  })

  it('goes on with the same numbers when it is compiled on the way', () => {
    const compiled = vi.spyOn(WebAssembly, 'Module')
    const onTape = courseOf(Number.POSITIVE_INFINITY)
    expect(compiled).not.toHaveBeenCalled()
    expect(courseOf(5)).toEqual(onTape)
    expect(compiled).toHaveBeenCalledOnce()
  })

  it('counts the evaluations of a graph, by whichever gradients, and compiles it once', () => {
    const compiled = vi.spyOn(WebAssembly, 'Module')
    const graph = fresh()
    for (let i = 0; i < 30; i++) {
      const gradient = new Gradient(graph, graph.outputs[0].node, 20)
      gradient.evaluate()
      gradient.pull()
      expect(compiled).toHaveBeenCalledTimes(i < 20 ? 0 : 1)
    }
  })

  it.each([
    ['is missing', undefined],
    ['is refused by the policy of the page', { Module: Refusing }],
    ['has no memory left', Object.assign(Object.create(WebAssembly), { Memory: Refusing })],
  ])('stays on the tape where WebAssembly %s', (_, WebAssembly) => {
    const onTape = courseOf(Number.POSITIVE_INFINITY)
    vi.stubGlobal('WebAssembly', WebAssembly)
    expect(courseOf(5)).toEqual(onTape)
  })

  it('begins at the values that the program gives', () => {
    const graph = closedGraphOf('x = 3\nf = x^2')
    const gradient = new Gradient(graph, graph.outputs[0].node)
    expect(gradient.evaluate()).toBe(9)
    gradient.pull()
    expect(gradient.adjoints[graph.offset[graph.inputs[0].node]]).toBe(6)
  })
})
