import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import cases from '../../verification/cases/published.json' with { type: 'json' }
import { programs } from '../../verification/programs.ts'
import { jacobian } from '../autodiff/jacobian.ts'
import { absolute, primal } from '../autodiff/primal.ts'
import { graphOf } from '../graph/fixtures.ts'
import type { Graph } from '../graph/graph.ts'
import { postorder } from '../language/postorder.ts'
import { printExpression } from '../language/print.ts'
import type { Expression } from '../language/syntax.ts'
import { MOST_COUNTED } from './counting.ts'
import { type SymbolicDerivative, symbolicDerivative } from './symbolic.ts'

const ROUNDING = 1e-12

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

  it('is of any depth', () => {
    const graph = graphOf(`x = 0.5\nf = ${'sin('.repeat(1500)}x${')'.repeat(1500)}`)
    const { expression, operations } = derivativeOf(graph, 'f', 'x')
    expect(expression).toBeNull()
    // A cosine of k sines for each of them.
    expect(operations).toBe(BigInt((1500 * 1501) / 2 + 1499))
  })
})

/** Operations of an expression as it is written. */
const written = (expression: Expression): number =>
  postorder(expression).filter(({ kind }) => kind !== 'number' && kind !== 'name').length

function checkProgram(source: string, at?: Readonly<Record<string, never>>): void {
  const graph = graphOf(source)
  const pass = primal(graph, at)
  const [known, scale] = [pass, absolute(pass)].map((each) => jacobian(each, 'reverse'))
  const point = graph.inputs.map(({ name, node }) => `${name} = ${pass.values[node]}`).join('\n')
  const lines: string[] = []
  const expected: { value: number; scale: number }[] = []
  for (const { name: output, node: to } of graph.outputs)
    for (const { name: input, node: from } of graph.inputs) {
      const { expression, operations } = symbolicDerivative(graph, from, to) as SymbolicDerivative
      if (!expression) continue
      expect(operations).toBe(BigInt(written(expression)))
      lines.push(`output derivative${expected.length} = ${printExpression(expression)}`)
      expected.push({ value: known[output][input] as number, scale: scale[output][input] as number })
    }
  const { outputs } = primal(graphOf([point, ...lines].join('\n')))
  for (const [i, { value, scale }] of expected.entries()) {
    const difference = Math.abs((outputs[`derivative${i}`] as number) - value)
    expect(difference).toBeLessThanOrEqual(ROUNDING * scale)
  }
}

describe('its value at the point is that of automatic differentiation, and its size is what is written', () => {
  it.each(cases.map(({ program }) => [program]))('on the published example %j', (program) => {
    checkProgram(program)
  })

  it('on 1,000 random programs', { timeout: 200_000 }, () => {
    fc.assert(
      fc.property(programs, ({ source, at }) => checkProgram(source, at as never)),
      { seed: 11, numRuns: 1000 },
    )
  })
})
