import { describe, expect, it } from 'vitest'
import { graphOf } from '../../../verification/fixtures/compiled.ts'
import { adjoint } from '../../autodiff/adjoint.ts'
import { primal } from '../../autodiff/primal.ts'
import type { Graph, NodeIndex } from '../../graph/graph.ts'
import { type ScalarView, scalarView } from '../scalarView.ts'
import { adjointProgram } from './adjointProgram.ts'
import { linearised } from './linearised.ts'

const nameIn = (graph: Graph) => (node: NodeIndex) => graph.names.get(node)?.[0] ?? `v${graph.number[node]}`

const turned = (graph: Graph, output = 0) =>
  adjointProgram(linearised(primal(graph)), graph.outputs[output].node, nameIn(graph))

describe('the adjoint graph as a program', () => {
  it('copies where the program adds, and adds where it copies', () => {
    expect(turned(graphOf('x1 = 2\nx2 = 3\nq = x1*x2\nf = q + x1')).source.split('\n')).toEqual([
      'seed = 1',
      'f_bar = seed',
      'q_bar = f_bar*1',
      'x2_bar = q_bar*2',
      'x1_bar = f_bar*1 + q_bar*3',
      'output x1_bar',
      'output x2_bar',
    ])
  })

  it('gives the gradient, and every adjoint, by its primal pass', () => {
    const graph = graphOf('x = 0.5\ny = -2\na = sin(x*y)\nb = a*x\nf = exp(b) - a/y\ng = a')
    const program = turned(graph)
    const backward = graphOf(program.source)
    const { numbers } = adjoint(primal(graph), { f: 1 })
    const { values } = primal(backward)
    for (const [node, [name]] of backward.names) {
      const of = program.vertexOf.get(name)
      if (of !== undefined) expect(values[node]).toBeCloseTo(numbers[of], 14)
    }
    expect(program.vertexOf.size).toBeGreaterThan(5)
  })

  it('has nothing for what does not reach the output', () => {
    const graph = graphOf('x = 1\ny = 2\nf = sin(x)\ng = y^2')
    expect(turned(graph).nameOf(graph.inputs[1].node)).toBeUndefined()
  })

  it('says infinities and NaN as the language can', () => {
    const graph = graphOf('x = 0\ny = -1\nf = sqrt(x)\ng = -1/x\nh = log(y)')
    const gradient = (output: number, input: string) => primal(graphOf(turned(graph, output).source)).outputs[input]
    expect(gradient(0, 'x_bar')).toBe(Number.POSITIVE_INFINITY)
    expect(gradient(2, 'y_bar')).toBeNaN()
  })

  it('names entries of arrays by words', () => {
    const { graph } = scalarView('x = [1, 2]\nf = sum(x*x)') as ScalarView
    const { source } = turned(graph)
    expect(source).toContain('output x_1_bar')
    expect(primal(graphOf(source)).outputs).toEqual({ x_0_bar: 2, x_1_bar: 4 })
  })
})
