import { describe, expect, it } from 'vitest'
import { graphOf } from '../../verification/fixtures/compiled.ts'
import type { Graph } from '../graph/graph.ts'
import { swell } from './swell.ts'
import { symbolicDerivative } from './symbolic.ts'

/** The logistic map, on which Baydin et al. (2018) show expression swell. */
const LOGISTIC = 'x = 0.3\nf = 4*x*(1 - x)'

const swellOf = (source: string) => {
  const graph = graphOf(source)
  return swell(graph, graph.inputs[0].node, graph.outputs[0].node)
}

/** The program composed with itself as the language writes it. */
function composed(body: (x: string) => string, times: number): Graph {
  const lines = Array.from({ length: times }, (_, k) => `f${k + 1} = ${body(k === 0 ? 'x' : `f${k}`)}`)
  return graphOf(`x = 0.3\na = 2\n${lines.join('\n')}`)
}

describe('expression swell', () => {
  it('is exponential in the tree, linear in the graph and in automatic differentiation', () => {
    const points = swellOf(LOGISTIC)
    expect(points.map(({ times }) => times)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    for (const [i, { tree, simplified }] of points.entries()) {
      if (i === 0) continue
      expect(tree).toBeGreaterThan((19n * points[i - 1].tree) / 10n)
      expect(simplified).toBeGreaterThan((19n * points[i - 1].simplified) / 10n)
      expect(simplified).toBeLessThan(tree)
    }
    expect(points.map(({ nodes }) => nodes)).toEqual(points.map(({ times }) => 3 * times))
    expect(points.map(({ automatic }) => automatic)).toEqual(points.map(({ times }) => points[0].automatic * times))
  })

  it.each([
    ['the logistic map', (x: string) => `4*${x}*(1 - ${x})`],
    ['a chain', (x: string) => `sin(exp(${x}))`],
    ['a step of Newton’s method for a root', (x: string) => `(${x} + a/${x})/2`],
    ['a piecewise function', (x: string) => `max(sin(${x}), a) + abs(${x})`],
  ])('has the sizes that the written derivatives have, for %s', (_, body) => {
    const once = composed(body, 1)
    const points = swell(once, once.inputs[0].node, once.outputs[0].node)
    for (const { times, simplified } of points) {
      const graph = composed(body, times)
      const last = graph.outputs.at(-1)?.node as number
      expect(symbolicDerivative(graph, graph.inputs[0].node, last)?.operations).toBe(simplified)
    }
  })

  it('takes one term for each link of a chain by the rules alone', () => {
    // f' = 1·cos(x)…: a product and the partial, whose operand is f composed once less.
    expect(swellOf('x = 1\nf = sin(x)').map(({ tree }) => tree)).toEqual([2n, 5n, 9n, 14n, 20n, 27n, 35n, 44n])
  })

  it('is nothing where the output does not depend on the input', () => {
    expect(swellOf('x = 1\ny = 2\nf = sin(y)').map(({ tree, simplified }) => [tree, simplified])).toEqual(
      Array(8).fill([0n, 0n]),
    )
  })

  it('stops early where the composed programs become too large', () => {
    expect(swellOf(`x = 1\nf = ${'sin('.repeat(900)}x${')'.repeat(900)}`)).toHaveLength(3)
  })
})
