import { expect, test } from 'vitest'
import { closedGraphOf } from '../../../../../verification/fixtures/compiled.ts'
import { LECTURE } from '../../../../../verification/fixtures/programs.ts'
import { primal } from '../../../../core.ts'
import { isOfNumbers } from '../../../../methods/linear/effort.ts'
import { scalarView } from '../../../../methods/scalarView.ts'
import { fitOn, sceneOn } from '../../../graph/arranging/fitOn.ts'
import { linearOf } from '../linearised/linear.ts'
import { type Pair, pairOf } from './pair.ts'

function pairIn(source: string, to: string | null = null): Pair {
  const graph = closedGraphOf(source)
  const view = isOfNumbers(graph) ? { graph } : scalarView(source)
  const pair = 'graph' in view ? pairOf(primal(view.graph), to) : view.says
  if (typeof pair === 'string') throw new Error(pair)
  return pair
}

const PANE = { width: 400, height: 600, reading: 1 }

test('the primal pass of the adjoint program is the gradient, of numbers and of arrays', () => {
  for (const source of [
    LECTURE,
    'W = [[1, 2], [3, 4]]\nx = [1, -1]\nf = sum(tanh(W @ x))',
    'g(a) = a*a\nx = 3\nf = g(x) + g(x)*x',
  ]) {
    const { gradient, comparison } = pairIn(source)
    expect(gradient.length).toBeGreaterThan(0)
    expect(comparison.agrees).toBe(true)
  }
})

test('the output is called by its name in both graphs and in the program, an input by its own', () => {
  const { tangents, adjoints, program } = pairIn(LECTURE)
  expect(tangents.map(({ spoken }) => spoken)).toContain('tangent of f')
  expect(adjoints.map(({ name }) => name)).toContain('f̄')
  expect(program.source).toContain('f_bar = seed')
  expect(pairIn('x = 2\noutput f = x').program.source).toContain('x_bar = seed')
})

test('both graphs stand in the same places, wherever they are drawn', () => {
  const { tangents, adjoints, arcs } = pairIn(LECTURE)
  for (const direction of ['right', 'up'] as const) {
    const [tangent, adjoint] = [tangents, adjoints].map((vertices) => {
      const { structure } = linearOf(vertices, arcs)
      const fit = fitOn(structure, ['reverse'], PANE, direction)
      return sceneOn(structure, fit, null, PANE).scene
    })
    expect(adjoint.centres).toEqual(tangent.centres)
    expect(adjoint.anatomies).toEqual(tangent.anatomies)
  }
})

test('what is too large is refused with what to do', () => {
  expect(() => pairIn('x = ones(20, 20)\nf = sum(exp(x))')).toThrow(/make its arrays smaller/)
})
