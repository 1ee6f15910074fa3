import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { graphOf } from '../../verification/fixtures/compiled.ts'
import { programs } from '../../verification/programs.ts'
import { jacobian } from '../autodiff/jacobian.ts'
import { absolute, primal } from '../autodiff/primal.ts'
import { postorder } from '../language/postorder.ts'
import { printExpression } from '../language/print.ts'
import { expressionValue } from './expressionValue.ts'
import { rawDerivative } from './rawDerivative.ts'
import { type ScalarView, scalarView } from './scalarView.ts'
import { swell } from './swell.ts'

describe('the derivative by the rules alone', () => {
  it.each([
    ['sin(x) + x*y', '1*(cos(x)*1) + 1*(y*1)'],
    ['sin(x^2)', 'cos(x^2)*(2*x^(2 - 1)*1)'],
    ['3*y', '0'],
    ['y', '0'],
    ['x', '1'],
  ])('of %s is %s, before anything is simplified', (expression, derivative) => {
    const graph = graphOf(`x = 0.3\ny = 0.7\noutput f = ${expression}`)
    const raw = rawDerivative(graph, graph.inputs[0].node, graph.outputs[0].node)
    expect(printExpression(raw)).toBe(derivative)
  })

  it('of an entry of an array has the value that its entries give', () => {
    const source = 'W = [[1, 2], [3, 4]]\nx = [0.5, -1]\ny = W @ x\nL = sum(y*y)'
    const { graph } = scalarView(source) as ScalarView
    const numbers = new Map(graph.inputs.map(({ name, node }) => [name, graph.initial[node]]))
    const expression = rawDerivative(graph, graph.inputs[1].node, graph.outputs[0].node)
    const { L } = jacobian(primal(graph), 'reverse')
    expect(expressionValue(expression, (name) => numbers.get(name))).toBe(L['W[0,1]'])
  })

  it('has the value of automatic differentiation and the size that expression swell starts from', () => {
    fc.assert(
      fc.property(programs, ({ source, at }) => {
        const graph = graphOf(source)
        const pass = primal(graph, at)
        const [known, scale] = [pass, absolute(pass)].map((each) => jacobian(each, 'reverse'))
        const numbers = new Map(graph.inputs.map(({ name, node }) => [name, pass.values[node]]))
        for (const output of graph.outputs)
          for (const input of graph.inputs) {
            const [{ tree }] = swell(graph, input.node, output.node, 1)
            if (tree > 2000n) continue
            const expression = rawDerivative(graph, input.node, output.node)
            const operations = postorder(expression).filter(({ kind }) => kind !== 'number' && kind !== 'name')
            expect(BigInt(operations.length)).toBe(tree)
            const value = expressionValue(expression, (name) => numbers.get(name))
            const derivative = known[output.name][input.name] as number
            expect(Math.abs(value - derivative)).toBeLessThanOrEqual(1e-12 * (scale[output.name][input.name] as number))
          }
      }),
      { seed: 31, numRuns: 100 },
    )
  })
})
