import { describe, expect, it } from 'vitest'
import { graphOf } from '../../verification/fixtures/compiled.ts'
import type { Graph } from '../graph/graph.ts'
import { printExpression } from '../language/print.ts'
import type { Expression } from '../language/syntax.ts'
import { MOST_COUNTED } from './counting.ts'
import { type ScalarView, scalarView } from './scalarView.ts'
import { type SymbolicDerivative, symbolicDerivative } from './symbolic.ts'

function derivativeOf(graph: Graph, output: string, input: string): SymbolicDerivative {
  const from = graph.inputs.find(({ name }) => name === input)
  const to = graph.outputs.find(({ name }) => name === output)
  return symbolicDerivative(graph, from?.node as number, to?.node as number) as SymbolicDerivative
}

/** d/dx of an expression, as text. */
function said(expression: string, source = 'x = 0.3\ny = 0.7'): string {
  const { expression: derivative } = derivativeOf(graphOf(`${source}\nf = ${expression}`), 'f', 'x')
  return derivative ? printExpression(derivative) : 'too large'
}

describe('the derivative as an expression', () => {
  it.each([
    ['sin(x) + x*y', 'cos(x) + y'],
    ['3*x^2', '6*x'],
    ['x*x*x', '3*x^2'],
    ['x^1', '1'],
    ['sin(x^2)', '2*x*cos(x^2)'],
    ['exp(-x)', '-exp(-x)'],
    ['cos(x)*cos(x)', '-2*sin(x)*cos(x)'],
    ['1/x', '-1/x^2'],
    ['x/3', '1/3'],
    ['y/(1 + x)', '-y/(1 + x)^2'],
    ['sqrt(x)', '1/(2*sqrt(x))'],
    ['x - x', '0'],
    ['7*y', '0'],
    ['(x + y)^3', '3*(x + y)^2'],
    ['log(sin(x))', 'cos(x)/sin(x)'],
    ['x^x', 'x*x^(x - 1) + x^x*log(x)'],
    ['where(x < y, x^2, exp(x))', 'where(x < y, 2*x, exp(x))'],
    ['relu(x)', 'where(x > 0, 1, 0)'],
    ['max(x, y)', 'where(x == max(x, y), 1/((x == max(x, y)) + (y == max(x, y))), 0)'],
    ['floor(x)', '0'],
  ])('of %s is %s', (expression, derivative) => {
    expect(said(expression)).toBe(derivative)
  })

  it('writes values in between out, or keeps their names', () => {
    const graph = graphOf('x = 1\ny = 2\na = x*y\nf = sin(a)*a')
    const nameOf = (node: number) => graph.names.get(node)?.[0]
    const [{ node: x }] = graph.inputs
    const [{ node: f }] = graph.outputs
    const text = (derivative: SymbolicDerivative | null) => printExpression(derivative?.expression as Expression)
    expect(text(symbolicDerivative(graph, x, f))).toBe('y*cos(x*y)*x*y + y*sin(x*y)')
    expect(text(symbolicDerivative(graph, x, f, nameOf))).toBe('y*cos(a)*a + y*sin(a)')
  })

  it('of an entry of an array is said with subscripts', () => {
    const { graph } = scalarView('W = [[1, 2], [3, 4]]\nx = [1, 2]\ny = W @ x\nL = y[0]*y[1]') as ScalarView
    const { expression } = derivativeOf(graph, 'L', 'W[0,1]')
    expect(printExpression(expression as Expression)).toBe('x[1]*(W[1, 0]*x[0] + W[1, 1]*x[1])')
  })

  it('says pi by its value where the program calls an input so', () => {
    expect(said('erf(x)')).toBe('2*exp(-x^2)/sqrt(pi)')
    expect(said('erf(x)', 'x = 0.3\npi = 3')).toContain('sqrt(3.14159')
  })

  it('is not written where it would take more than 2,000 operations, and yet counted exactly', () => {
    const twice = Array.from({ length: 12 }, (_, k) => `a${k + 1} = sin(a${k})*cos(a${k})`)
    const { expression, operations, sharedOperations } = derivativeOf(
      graphOf(`a0 = 0.3\n${twice.join('\n')}`),
      'a12',
      'a0',
    )
    expect(expression).toBeNull()
    expect(operations).toBeGreaterThan(10_000n)
    expect(sharedOperations).toBeLessThan(200)
  })

  it('stops counting at 10^1000', () => {
    const tenfold = Array.from(
      { length: 1100 },
      (_, k) => `a${k + 1} = logsumexp(${Array(10).fill(`a${k}`).join(', ')})`,
    )
    const graph = graphOf(`a0 = 0.3\n${tenfold.join('\n')}`)
    expect(derivativeOf(graph, 'a1100', 'a0').operations).toBe(MOST_COUNTED)
  })

  it('takes cases apart once, however deep they are nested', () => {
    const lines = Array.from({ length: 500 }, (_, k) => `a${k + 1} = where(a${k} < ${k}, relu(a${k}), 0)*2`)
    const { sharedOperations } = derivativeOf(graphOf(`a0 = 0.3\n${lines.join('\n')}`), 'a500', 'a0')
    expect(sharedOperations).toBeLessThan(20 * 500)
  })

  it('is of any depth', () => {
    const graph = graphOf(`x = 0.5\nf = ${'sin('.repeat(1500)}x${')'.repeat(1500)}`)
    const { expression, operations } = derivativeOf(graph, 'f', 'x')
    expect(expression).toBeNull()
    // A cosine of k sines for each of them.
    expect(operations).toBe(BigInt((1500 * 1501) / 2 + 1499))
  })
})
