import { expect, test } from 'vitest'
import { compile } from '../../../../core.ts'
import { sessionOf } from '../../../../state/session.ts'
import { agrees } from '../../../kit/derivative/derivative.ts'
import { fitOn, sceneOn } from '../stage/fitting.ts'
import { linearOf } from '../stage/linear.ts'
import { type Pair, pairOf, tasksOf } from './pair.ts'

function pairIn(source: string, to: string | null = null): Pair {
  const { graph } = compile(source, { open: new Set() })
  if (!graph) throw new Error(source)
  const pair = pairOf(sessionOf(graph), { source, questionOutput: to, shareSubexpressions: true, point: {} })
  if (typeof pair === 'string') throw new Error(pair)
  return pair
}

const PANE = { width: 400, height: 600, reading: 1 }
const LECTURE = 'x1 = 2\nx2 = 3\nf = sin(x1) + x1*x2'

test('the primal pass of the adjoint program is the gradient, of numbers and of arrays', () => {
  for (const source of [
    LECTURE,
    'W = [[1, 2], [3, 4]]\nx = [1, -1]\nf = sum(tanh(W @ x))',
    'g(a) = a*a\nx = 3\nf = g(x) + g(x)*x',
  ]) {
    const { gradient } = pairIn(source)
    expect(gradient.length).toBeGreaterThan(0)
    for (const entry of gradient) expect(agrees(entry.found, entry)).toBe(true)
  }
})

test('the output is called by its name in both graphs and in the program, an input by its own', () => {
  const { tangents, adjoints, program } = pairIn(LECTURE)
  expect(tangents.map(({ spoken }) => spoken)).toContain('tangent of f')
  expect(adjoints.map(({ name }) => name)).toContain('f̄')
  expect(program.source).toContain('f_bar = seed')
  expect(pairIn('x = 2\noutput f = x').program.source).toContain('x_bar = seed')
})

test('turning round makes a SUM of each COPY and a COPY of each SUM', () => {
  const { tangents, arcs } = pairIn(LECTURE)
  const swap = { SUM: 'COPY', COPY: 'SUM', '': '', 'SUM, COPY': 'SUM, COPY' } as Record<string, string>
  const [before, after] = [tasksOf(arcs, false), tasksOf(arcs, true)]
  for (const { id } of tangents) expect(after(id)).toBe(swap[before(id)])
  expect(tangents.map(({ id }) => before(id))).toContain('COPY')
})

test('both graphs stand in the same places, wherever they are drawn', () => {
  const { graph, tangents, adjoints, arcs } = pairIn(LECTURE)
  for (const direction of ['right', 'up'] as const) {
    const [tangent, adjoint] = [tangents, adjoints].map((vertices) => {
      const { structure } = linearOf(graph, vertices, arcs)
      const fit = fitOn(structure, ['reverse'], PANE, direction)
      return sceneOn(structure, fit, null, PANE).scene
    })
    expect(adjoint.centres).toEqual(tangent.centres)
    expect(adjoint.anatomies).toEqual(tangent.anatomies)
  }
})

test('what is too large is refused with what to do', () => {
  const source = 'x = ones(20, 20)\nf = sum(exp(x))'
  const { graph } = compile(source, { open: new Set() })
  expect(
    graph && pairOf(sessionOf(graph), { source, questionOutput: null, shareSubexpressions: true, point: {} }),
  ).toMatch(/make its arrays smaller/)
})
