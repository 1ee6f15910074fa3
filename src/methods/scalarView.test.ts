import { describe, expect, it } from 'vitest'
import { graphOf } from '../../verification/fixtures/compiled.ts'
import { jacobian } from '../autodiff/jacobian.ts'
import { primal } from '../autodiff/primal.ts'
import { isScalarGraph, type ScalarView, scalarView } from './scalarView.ts'

const LAYER = 'W = [[1, 2], [3, 4]]\nx = [0.5, -1]\nb = 0.1\ny = softmax(tanh(W @ x + b))\nL = sum(y*y)'

describe('the view between numbers', () => {
  it('is the shown graph itself where that has numbers only', () => {
    const shown = graphOf('x = 2\nf = sin(x)')
    expect(scalarView('x = 2\nf = sin(x)', { shown: { graph: shown, inputs: shown.inputs } })).toMatchObject({
      kind: 'scalars',
      graph: shown,
      isUnrolled: false,
    })
  })

  it('writes arrays out, and has the entries of the same derivatives', () => {
    const { graph, inputs, isUnrolled } = scalarView(LAYER) as ScalarView
    expect(isUnrolled).toBe(true)
    expect(isScalarGraph(graph)).toBe(true)
    expect(inputs.map(({ name }) => name)).toEqual(['W', 'x', 'b'])
    expect(graph.inputs.map(({ name }) => name)).toEqual([
      ...['W[0,0]', 'W[0,1]', 'W[1,0]', 'W[1,1]'],
      'x[0]',
      'x[1]',
      'b',
    ])
    const { L: whole } = jacobian(primal(graphOf(LAYER)), 'reverse')
    const { L: entries } = jacobian(primal(graph), 'reverse')
    const flat = [whole.W, whole.x, whole.b].flat(2) as number[]
    for (const [i, { name }] of graph.inputs.entries()) expect(entries[name]).toBeCloseTo(flat[i], 13)
  })

  it('knows the inputs of a program that is shown unrolled', () => {
    const { graph, inputs } = scalarView(LAYER) as ScalarView
    const again = scalarView(LAYER, { shown: { graph, inputs } }) as ScalarView
    expect(again).toEqual({ kind: 'scalars', graph, inputs, isUnrolled: true })
  })

  it('opens functions that are shown closed', () => {
    const source = 'g(a) = sin(a)*a\nx = 2\nf = g(x) + mse([x, 1], [0, 2])'
    const shown = graphOf(source, { open: new Set() })
    expect(isScalarGraph(shown)).toBe(false)
    const { graph } = scalarView(source, { shown: { graph: shown, inputs: shown.inputs } }) as ScalarView
    expect(isScalarGraph(graph)).toBe(true)
    expect(graph.id[graph.inputs[0].node]).toBe(shown.id[shown.inputs[0].node])
  })

  it('says how large it would be where it is too large, and what to do', () => {
    const view = scalarView('A = randn([60, 60], 1)\nB = A @ A\nL = sum(B)')
    expect(view).toMatchObject({ kind: 'too large' })
    expect('says' in view && view.says).toMatch(
      /takes 4\d\d,\d{3} nodes, and 6,000 are shown at most\. Make its arrays smaller/,
    )
  })

  it('is none for a program with mistakes', () => {
    expect(scalarView('f = sin(')).toMatchObject({ kind: 'wrong' })
    expect(scalarView('f = g(x)')).toMatchObject({ kind: 'wrong' })
  })
})
